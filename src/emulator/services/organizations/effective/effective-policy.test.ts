import { describe, expect, it } from "vitest";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "../testing/stage.ts";

const TAG = "TAG_POLICY";
const values = (operator: string, ...list: string[]): string => JSON.stringify({ tags: { Team: { tag_value: { [operator]: list } } } });
const effective = (stage: Stage, TargetId?: string, caller?: string) => stage.call("DescribeEffectivePolicy", { PolicyType: TAG, TargetId }, caller).EffectivePolicy;
const contentOf = (stage: Stage, TargetId?: string, caller?: string): unknown => JSON.parse(text(effective(stage, TargetId, caller)?.PolicyContent));

/** Root, one OU, one account in it; tag policies enabled. */
function setUp() {
  const stage = new Stage();
  const root = stage.found();
  stage.enable(root, TAG);
  const unit = stage.unit(root, "Workloads");
  const account = stage.account("shop");
  stage.call("MoveAccount", { AccountId: account, SourceParentId: root, DestinationParentId: unit });
  const attach = (target: string, content: string): string => {
    const policy = stage.policy(`policy ${stage.call("ListPolicies", { Filter: TAG }).Policies?.length}`, TAG, content);
    stage.call("AttachPolicy", { PolicyId: policy, TargetId: target });
    return policy;
  };
  return { stage, root, unit, account, attach };
}

describe("the effective policy of an account", () => {
  it("merges what is attached from the root down, for the management account too", () => {
    const { stage, root, unit, account, attach } = setUp();
    attach(account, values("@@remove", "a"));
    attach(root, values("@@assign", "a", "b"));
    attach(unit, values("@@append", "c"));
    expect(contentOf(stage, account)).toEqual({ tags: { team: { tag_value: ["b", "c"] } } });
    expect(contentOf(stage)).toEqual({ tags: { team: { tag_value: ["a", "b"] } } });
    expect(effective(stage)).toMatchObject({ TargetId: MANAGEMENT, PolicyType: TAG });
  });

  it("evaluates policies of one target in the order in which they were attached", () => {
    const { stage, root, account, attach } = setUp();
    const first = attach(root, values("@@assign", "first"));
    attach(root, values("@@assign", "second"));
    expect(contentOf(stage, account)).toEqual({ tags: { team: { tag_value: ["first"] } } });
    stage.call("DetachPolicy", { PolicyId: first, TargetId: root });
    stage.call("AttachPolicy", { PolicyId: first, TargetId: root });
    expect(contentOf(stage, account)).toEqual({ tags: { team: { tag_value: ["second"] } } });
  });

  it("can be asked for by the account itself, but not by another", () => {
    const { stage, root, account, attach } = setUp();
    attach(root, values("@@assign", "a"));
    expect(contentOf(stage, undefined, account)).toEqual({ tags: { team: { tag_value: ["a"] } } });
    expect(contentOf(stage, account, account)).toEqual({ tags: { team: { tag_value: ["a"] } } });
    expect(awsError(() => effective(stage, MANAGEMENT, account))).toBe("AccessDeniedException");
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    stage.call("RegisterDelegatedAdministrator", { AccountId: account, ServicePrincipal: "config.amazonaws.com" });
    expect(contentOf(stage, MANAGEMENT, account)).toEqual({ tags: { team: { tag_value: ["a"] } } });
  });

  it("is not found while its type is disabled, nor by a member that has none", () => {
    const { stage, root, account } = setUp();
    expect(awsError(() => effective(stage, undefined, account))).toBe("EffectivePolicyNotFoundException");
    expect(contentOf(stage, account)).toEqual({});
    stage.call("DisablePolicyType", { RootId: root, PolicyType: TAG });
    stage.wait(6);
    expect(awsError(() => effective(stage, account))).toBe("EffectivePolicyNotFoundException");
  });

  it("is one of an account of the organization, not of the root or an OU", () => {
    const { stage, root, unit } = setUp();
    for (const id of [root, unit]) expect(awsError(() => effective(stage, id))).toBe("InvalidInputException TARGET_NOT_SUPPORTED");
    expect(awsError(() => effective(stage, "999999999999"))).toBe("TargetNotFoundException");
  });

  it("carries the time of the last change", () => {
    const { stage, root, account, attach } = setUp();
    const policy = attach(root, values("@@assign", "a"));
    const attached = stage.now;
    stage.wait(60);
    expect(effective(stage, account)?.LastUpdatedTimestamp).toEqual(new Date(attached));
    stage.call("UpdatePolicy", { PolicyId: policy, Content: values("@@assign", "b") });
    expect(effective(stage, account)?.LastUpdatedTimestamp).toEqual(new Date(stage.now));
  });
});

const CHAT = "CHATBOT_POLICY";
const workspaces = (from: number): string =>
  JSON.stringify({ chatbot: { platforms: { slack: { workspaces: { "@@append": Array.from({ length: 150 }, (_, i) => `W${from + i}`) } } } } });

describe("effective policies that are not valid", () => {
  it("are listed by account, with what is wrong and the policies that led to it", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, CHAT);
    const account = stage.account("shop");
    const policies = [stage.policy("few", CHAT, workspaces(0)), stage.policy("more", CHAT, workspaces(150))];
    stage.call("AttachPolicy", { PolicyId: text(policies[0]), TargetId: root });
    stage.call("AttachPolicy", { PolicyId: text(policies[1]), TargetId: account });
    const listed = stage.call("ListAccountsWithInvalidEffectivePolicy", { PolicyType: CHAT });
    expect(listed).toMatchObject({ PolicyType: CHAT, Accounts: [{ Id: account, Name: "shop" }] });
    expect(stage.call("ListEffectivePolicyValidationErrors", { AccountId: account, PolicyType: CHAT })).toMatchObject({
      AccountId: account,
      PolicyType: CHAT,
      Path: expect.stringMatching(new RegExp(`^o-.+/${root}/${account}/$`)) as string,
      EvaluationTimestamp: new Date(stage.now),
      EffectivePolicyValidationErrors: [
        {
          ErrorCode: "ELEMENTS_TOO_MANY",
          ErrorMessage: "'workspaces' exceeds the allowed maximum limit 255",
          PathToError: "chatbot/platforms/slack/workspaces",
          ContributingPolicies: policies,
        },
      ],
    });
    expect(stage.call("ListEffectivePolicyValidationErrors", { AccountId: MANAGEMENT, PolicyType: CHAT }).EffectivePolicyValidationErrors).toEqual([]);
  });

  it("are listed page by page", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, CHAT);
    const accounts = [MANAGEMENT, stage.account("a"), stage.account("b")];
    for (const from of [0, 150]) stage.call("AttachPolicy", { PolicyId: stage.policy(`from ${from}`, CHAT, workspaces(from)), TargetId: root });
    const all = stage.all((NextToken) => {
      const { Accounts, ...rest } = stage.call("ListAccountsWithInvalidEffectivePolicy", { PolicyType: CHAT, MaxResults: 1, NextToken });
      return { items: Accounts, ...rest };
    });
    expect(all.map(({ Id }) => Id)).toEqual(accounts);
  });

  it("need a type that is enabled, and an account that is there", () => {
    const stage = new Stage();
    stage.found();
    expect(awsError(() => stage.call("ListAccountsWithInvalidEffectivePolicy", { PolicyType: CHAT }))).toBe("EffectivePolicyNotFoundException");
    expect(awsError(() => stage.call("ListEffectivePolicyValidationErrors", { AccountId: MANAGEMENT, PolicyType: CHAT }))).toBe("EffectivePolicyNotFoundException");
    expect(awsError(() => stage.call("ListEffectivePolicyValidationErrors", { AccountId: "999999999999", PolicyType: CHAT }))).toBe("AccountNotFoundException");
  });
});
