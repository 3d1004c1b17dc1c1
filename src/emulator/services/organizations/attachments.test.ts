import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

const SCP = "SERVICE_CONTROL_POLICY";
const RCP = "RESOURCE_CONTROL_POLICY";

function prepared(type: typeof SCP | typeof RCP = SCP) {
  const stage = new Stage();
  const root = stage.found();
  stage.enable(root, type);
  return {
    stage,
    root,
    attach: (PolicyId: string, TargetId = root) => stage.call("AttachPolicy", { PolicyId, TargetId }),
    detach: (PolicyId: string, TargetId = root) => stage.call("DetachPolicy", { PolicyId, TargetId }),
  };
}

describe("attachments", () => {
  it("join a policy and a target that are there, once", () => {
    const { stage, attach } = prepared();
    const policy = stage.policy("deny");
    attach(policy);
    expect(awsError(() => attach(policy))).toBe("DuplicatePolicyAttachmentException");
    expect(awsError(() => attach("p-00000000"))).toBe("PolicyNotFoundException");
    expect(awsError(() => attach(policy, "ou-none-12345678"))).toBe("TargetNotFoundException");
    expect(awsError(() => attach(policy, "999999999999"))).toBe("TargetNotFoundException");
    expect(awsError(() => stage.call("ListPoliciesForTarget", { TargetId: "999999999999", Filter: SCP }))).toBe("TargetNotFoundException");
  });

  it("need the policy type to be enabled, not only being enabled", () => {
    const stage = new Stage();
    const root = stage.found();
    const attach = () => stage.call("AttachPolicy", { PolicyId: stage.policy(`deny-${stage.now}`), TargetId: root });
    expect(awsError(attach)).toBe("PolicyTypeNotEnabledException");
    stage.wait(1);
    stage.call("EnablePolicyType", { RootId: root, PolicyType: SCP });
    expect(awsError(attach)).toBe("PolicyTypeNotEnabledException");
    stage.wait(6);
    attach();
  });

  it("stop at ten SCPs and five RCPs on one target, AWS's own included", () => {
    const scp = prepared();
    for (let i = 1; i < 10; i += 1) scp.attach(scp.stage.policy(`scp-${i}`));
    const full = "ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED";
    expect(awsError(() => scp.attach(scp.stage.policy("one more")))).toBe(full);
    const rcp = prepared(RCP);
    for (let i = 1; i < 5; i += 1) rcp.attach(rcp.stage.policy(`rcp-${i}`, RCP));
    expect(awsError(() => rcp.attach(rcp.stage.policy("one more", RCP)))).toBe(full);
  });

  it("leave at least one SCP on a target", () => {
    const { stage, root, attach, detach } = prepared();
    const last = "ConstraintViolationException MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED";
    expect(awsError(() => detach("p-FullAWSAccess"))).toBe(last);
    const allow = stage.policy("allow-list");
    expect(awsError(() => detach(allow))).toBe("PolicyNotAttachedException");
    attach(allow);
    detach("p-FullAWSAccess");
    expect(awsError(() => detach(allow))).toBe(last);
    expect(stage.call("ListPoliciesForTarget", { TargetId: root, Filter: SCP }).Policies?.map(({ Id }) => Id)).toEqual([allow]);
    attach("p-FullAWSAccess");
    detach(allow);
    expect(awsError(() => detach("p-00000000"))).toBe("PolicyNotFoundException");
    expect(awsError(() => detach(allow, "999999999999"))).toBe("TargetNotFoundException");
  });

  it("never lose RCPFullAWSAccess", () => {
    const { stage, attach, detach } = prepared(RCP);
    attach(stage.policy("deny", RCP));
    expect(awsError(() => detach("p-RCPFullAWSAccess"))).toBe("InvalidInputException NON_DETACHABLE_POLICY");
  });

  it("are listed from both ends, direct ones only", () => {
    const { stage, root, attach } = prepared();
    const ou = stage.unit(root, "Prod");
    const account = stage.account("a");
    const policy = stage.policy("deny");
    for (const target of [root, ou, account]) attach(policy, target);
    const organization = stage.call("DescribeOrganization").Organization?.Id;
    expect(stage.call("ListTargetsForPolicy", { PolicyId: policy }).Targets).toEqual([
      { TargetId: root, Arn: `arn:aws:organizations::${MANAGEMENT}:root/${organization}/${root}`, Name: "Root", Type: "ROOT" },
      { TargetId: ou, Arn: `arn:aws:organizations::${MANAGEMENT}:ou/${organization}/${ou}`, Name: "Prod", Type: "ORGANIZATIONAL_UNIT" },
      { TargetId: account, Arn: `arn:aws:organizations::${MANAGEMENT}:account/${organization}/${account}`, Name: "a", Type: "ACCOUNT" },
    ]);
    const below = stage.unit(ou, "Below");
    expect(stage.call("ListPoliciesForTarget", { TargetId: below, Filter: SCP }).Policies?.map(({ Name }) => Name)).toEqual(["FullAWSAccess"]);
    expect(awsError(() => stage.call("ListTargetsForPolicy", { PolicyId: "p-00000000" }))).toBe("PolicyNotFoundException");
  });

  it("of AWS's own policy are every target's that did not lose it, page by page while they come and go", () => {
    const { stage, root, attach, detach } = prepared();
    const ous = Array.from({ length: 3 }, (_, i) => stage.unit(root, `ou-${i}`));
    const account = stage.account("a");
    const after = stage.unit(root, "after");
    const allow = stage.policy("allow");
    const targets = (MaxResults: number): (string | undefined)[] => {
      const found: (string | undefined)[] = [];
      let NextToken: string | undefined;
      do {
        const page = stage.call("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess", MaxResults, NextToken });
        found.push(...(page.Targets ?? []).map(({ TargetId }) => TargetId));
        NextToken = page.NextToken;
        if (found.length === 2) attach(allow, account);
      } while (NextToken !== undefined);
      return found;
    };
    expect(targets(2)).toEqual([root, MANAGEMENT, ...ous, account, after]);
    detach("p-FullAWSAccess", account);
    expect(targets(3)).toEqual([root, MANAGEMENT, ...ous, after]);
    attach("p-FullAWSAccess", account);
    detach(allow, account);
    expect(targets(20)).toEqual([root, MANAGEMENT, ...ous, account, after]);
    expect(stage.call("ListTargetsForPolicy", { PolicyId: allow }).Targets).toEqual([]);
  });

  it("go when their target goes", () => {
    const { stage, root, attach } = prepared();
    const ou = stage.unit(root, "Prod");
    const policy = stage.policy("deny");
    attach(policy, ou);
    stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: ou });
    stage.call("DeletePolicy", { PolicyId: policy });
  });
});
