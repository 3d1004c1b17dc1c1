import type { PolicyType } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { POLICY_TYPES } from "../../../limits/index.ts";
import { awsError } from "./testing/aws-error.ts";
import { DENY, DENY_S3, MANAGEMENT, Stage } from "./testing/stage.ts";

interface Facts {
  readonly type: PolicyType;
  readonly content: string;
  /** Policies in the organization, and on one root, unit or account. Source: Organizations User Guide, "Quotas and service limits". */
  readonly policies: number;
  readonly perTarget: number;
  /** What AWS attaches by itself. */
  readonly own?: string;
}

const merged = (type: PolicyType, key: string, perTarget = 10): Facts => ({ type, content: `{"${key}":{}}`, policies: 1_000, perTarget });

/** All types that the SDK had in 2026-11 and the user guide describes; AWS says nothing about the quotas of the six newest, which are taken to be those of their elders. */
const TYPES: readonly Facts[] = [
  { type: "SERVICE_CONTROL_POLICY", content: DENY, policies: 10_000, perTarget: 10, own: "p-FullAWSAccess" },
  { type: "RESOURCE_CONTROL_POLICY", content: DENY_S3, policies: 2_000, perTarget: 5, own: "p-RCPFullAWSAccess" },
  merged("TAG_POLICY", "tags"),
  merged("BACKUP_POLICY", "plans"),
  merged("AISERVICES_OPT_OUT_POLICY", "services", 5),
  merged("CHATBOT_POLICY", "chatbot", 5),
  merged("DECLARATIVE_POLICY_EC2", "ec2_attributes"),
  merged("SECURITYHUB_POLICY", "securityhub"),
  merged("INSPECTOR_POLICY", "inspector"),
  merged("UPGRADE_ROLLOUT_POLICY", "upgrade_rollout"),
  merged("BEDROCK_POLICY", "bedrock"),
  merged("S3_POLICY", "s3_attributes"),
  merged("NETWORK_SECURITY_DIRECTOR_POLICY", "network_security_director"),
  merged("GUARDDUTY_POLICY", "guardduty"),
];

describe("every policy type", () => {
  it("is here", () => {
    expect(TYPES.map(({ type }) => type)).toEqual(POLICY_TYPES.map(({ type }) => type));
    expect(TYPES).toHaveLength(14);
  });

  it.each(TYPES)("is enabled, attached up to its quota on root, unit and account, disabled without a trace, and enabled anew: $type", ({ type, content, perTarget, own }) => {
    const stage = new Stage();
    const root = stage.found();
    const targets = [root, stage.unit(root, "Workloads"), stage.account("shop"), MANAGEMENT];
    const kept = own === undefined ? [] : [own];
    const attached = (TargetId: string) => stage.call("ListPoliciesForTarget", { TargetId, Filter: type }).Policies?.map(({ Id }) => Id);
    const policies = Array.from({ length: perTarget }, (_, i) => stage.policy(`policy ${i}`, type, content));
    const attach = (TargetId: string, PolicyId = "") => stage.call("AttachPolicy", { PolicyId, TargetId });
    const attachAll = (): void => {
      for (const target of targets) for (const id of policies.slice(kept.length)) attach(target, id);
    };
    expect(awsError(() => attach(root, policies[0]))).toBe("PolicyTypeNotEnabledException");
    stage.enable(root, type);
    expect(targets.map(attached)).toEqual(targets.map(() => kept));
    attachAll();
    for (const target of targets) expect(attached(target)).toEqual(expect.arrayContaining(policies.slice(kept.length)));
    const more = own === undefined ? stage.policy("more", type, content) : policies[0];
    for (const target of targets) expect(awsError(() => attach(target, more))).toBe("ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    stage.call("DisablePolicyType", { RootId: root, PolicyType: type });
    stage.wait(6);
    expect(targets.map(attached)).toEqual(targets.map(() => []));
    for (const PolicyId of policies) expect(stage.call("ListTargetsForPolicy", { PolicyId }).Targets).toEqual([]);
    stage.enable(root, type);
    expect(targets.map(attached)).toEqual(targets.map(() => kept));
    attachAll();
  });

  it.each(TYPES)("has so many policies in an organization and no more: $policies of $type", ({ type, content, policies }) => {
    const stage = new Stage();
    stage.found();
    for (let i = 0; i < policies; i += 1) stage.policy(`policy ${i}`, type, content);
    expect(awsError(() => stage.policy("more", type, content))).toBe("ConstraintViolationException POLICY_NUMBER_LIMIT_EXCEEDED");
  });
});
