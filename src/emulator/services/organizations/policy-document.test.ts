import { PolicyType } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { POLICY_TYPES } from "../../../limits/index.ts";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "./testing/stage.ts";

const NOTHING: Readonly<Record<string, string>> = {
  TAG_POLICY: '{"tags":{}}',
  BACKUP_POLICY: '{"plans":{}}',
  AISERVICES_OPT_OUT_POLICY: '{"services":{}}',
  CHATBOT_POLICY: '{"chatbot":{}}',
  DECLARATIVE_POLICY_EC2: '{"ec2_attributes":{}}',
  SECURITYHUB_POLICY: '{"securityhub":{}}',
  INSPECTOR_POLICY: '{"inspector":{}}',
  UPGRADE_ROLLOUT_POLICY: '{"upgrade_rollout":{}}',
  BEDROCK_POLICY: '{"bedrock":{}}',
  S3_POLICY: '{"s3_attributes":{}}',
  NETWORK_SECURITY_DIRECTOR_POLICY: '{"network_security_director":{}}',
  GUARDDUTY_POLICY: '{"guardduty":{}}',
};
const MERGED = POLICY_TYPES.filter(({ hasEffectivePolicy }) => hasEffectivePolicy);

const typeOf = (type: string) => Object.values(PolicyType).find((known) => known === type) ?? expect.fail(type);

describe("policies that are not about permissions", () => {
  it.each(MERGED)("are stored, attached up to the limit and taken away again: $type", (facts) => {
    const { maxPerTarget } = facts;
    const type = typeOf(facts.type);
    const stage = new Stage();
    const root = stage.found();
    const policies = Array.from({ length: maxPerTarget + 1 }, (_, i) => stage.policy(`policy ${i}`, type, NOTHING[type]));
    const attach = (PolicyId = "") => stage.call("AttachPolicy", { PolicyId, TargetId: MANAGEMENT });
    expect(awsError(() => attach(policies[0]))).toBe("PolicyTypeNotEnabledException");
    stage.enable(root, type);
    for (const id of policies.slice(0, maxPerTarget)) attach(id);
    expect(awsError(() => attach(policies[maxPerTarget]))).toBe("ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    for (const PolicyId of policies.slice(0, maxPerTarget)) stage.call("DetachPolicy", { PolicyId, TargetId: MANAGEMENT });
    for (const PolicyId of policies) stage.call("DeletePolicy", { PolicyId });
  });

  it.each(MERGED)("are refused when too large or not well-formed: $type", (facts) => {
    const { maxSize } = facts;
    const Type = typeOf(facts.type);
    const stage = new Stage();
    stage.found();
    const create = (Content: string) => stage.call("CreatePolicy", { Name: "a", Description: "", Type, Content });
    const content = text(NOTHING[Type]);
    expect(awsError(() => create(content.padEnd(maxSize + 1)))).toBe("ConstraintViolationException POLICY_CONTENT_LIMIT_EXCEEDED");
    for (const bad of ["{", "{}", '{"other":{}}', content.replace("{}", '{"@@set":1}')]) expect(awsError(() => create(bad))).toBe("MalformedPolicyDocumentException");
    create(content.padEnd(maxSize));
  });

  it("say where a document is wrong, also when it is changed", () => {
    const stage = new Stage();
    stage.found();
    const PolicyId = stage.policy("tags", "TAG_POLICY", NOTHING["TAG_POLICY"]);
    const update = () => stage.call("UpdatePolicy", { PolicyId, Content: '{"tags":{"a":{"tag_value":{"@@assign":"x"}}}}' });
    expect(update).toThrow("tags/a/tag_value: This takes a list of values.");
    expect(awsError(update)).toBe("MalformedPolicyDocumentException");
  });
});
