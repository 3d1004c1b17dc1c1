import { describe, expect, it } from "vitest";
import { checkManagementPolicy } from "./check.ts";
import { MANAGEMENT_POLICY_TYPES, managementPolicyType } from "./grammars/index.ts";

const problemsOf = (type: string, document: unknown): string[] =>
  checkManagementPolicy(JSON.stringify(document), managementPolicyType(type) ?? expect.fail(type)).map(({ path, message }) => `${path.join("/")}: ${message}`);

const assign = (value: unknown): object => ({ "@@assign": value });
const both = { enable_in_regions: assign(["us-east-1", "ALL_SUPPORTED"]), disable_in_regions: assign([]) };
const status = { status: assign("enabled") };

/** One document a type, after the first example of its syntax page. */
const EXAMPLES: Readonly<Record<string, object>> = {
  TAG_POLICY: { tags: { costcenter: { tag_key: assign("CostCenter"), tag_value: assign(["100", "200"]), enforced_for: assign(["secretsmanager:*"]) } } },
  BACKUP_POLICY: {
    plans: {
      PII: {
        rules: { Hourly: { schedule_expression: assign("cron(0 5 ? * * *)"), target_backup_vault_name: assign("Vault"), lifecycle: { delete_after_days: assign("270") } } },
        regions: { "@@append": ["us-east-1"] },
        selections: { tags: { datatype: { iam_role_arn: assign("arn:aws:iam::$account:role/MyIamRole"), tag_key: assign("dataType"), tag_value: assign(["PII"]) } } },
        advanced_backup_settings: { ec2: { windows_vss: assign("enabled") } },
      },
    },
  },
  AISERVICES_OPT_OUT_POLICY: { services: { default: { opt_out_policy: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optOut" } } } },
  CHATBOT_POLICY: { chatbot: { platforms: { slack: { client: assign("enabled"), workspaces: assign(["W"]), overrides: { W: { supported_channel_types: assign(["public"]) } } } }, default: { client: assign("disabled") } } },
  DECLARATIVE_POLICY_EC2: { ec2_attributes: { exception_message: assign("Ask us"), vpc_block_public_access: { internet_gateway_block: { mode: assign("block_ingress"), exclusions_allowed: assign("enabled") } }, newer_attribute: { state: assign("x") } } },
  SECURITYHUB_POLICY: { securityhub: { ...both, features: { network_scanning: both } } },
  INSPECTOR_POLICY: { inspector: { enablement: { lambda_standard_scanning: { ...both, lambda_code_scanning: both }, ec2_scanning: both } } },
  UPGRADE_ROLLOUT_POLICY: { upgrade_rollout: { default: { patch_order: assign("last") }, tags: { devtag: { tag_values: { tag1: { patch_order: assign("first") } } } } } },
  BEDROCK_POLICY: { bedrock: { guardrail_inference: { "us-east-1": { config_1: { identifier: assign("arn:aws:bedrock:us-east-1:123456789012:guardrail/hu1dlsv9wy1d:1"), model_enforcement: { included_models: assign(["ALL"]), excluded_models: assign([]) } } } } } },
  S3_POLICY: { s3_attributes: { public_access_block_configuration: assign("all") } },
  NETWORK_SECURITY_DIRECTOR_POLICY: { network_security_director: { enablement: { network_security_scan: both } } },
  GUARDDUTY_POLICY: { guardduty: { enablement: { default: { foundational: status, runtime_monitoring: { ...status, additional_configuration: { ec2_agent_management: status } } } } } },
};

describe("checking a management policy", () => {
  it.each(MANAGEMENT_POLICY_TYPES)("takes what the page about $type shows", ({ type }) => {
    expect(problemsOf(type, EXAMPLES[type])).toEqual([]);
  });

  it.each(MANAGEMENT_POLICY_TYPES)("takes no $type without its key at the top", ({ type, top }) => {
    const message = `: A policy of this type has one key at its top: ${top}.`;
    for (const document of [{}, { other: {} }, { ...EXAMPLES[type], other: {} }, assign("x")]) expect(problemsOf(type, document)).toEqual([message]);
  });

  it.each([
    ["a list for a single value", "TAG_POLICY", { tags: { a: { tag_key: assign(["A"]) } } }, "tags/a/tag_key: This takes a single value."],
    ["a single value for a list", "TAG_POLICY", { tags: { a: { tag_value: assign("x") } } }, "tags/a/tag_value: This takes a list of values."],
    ["appending to a single value", "TAG_POLICY", { tags: { a: { tag_key: { "@@append": ["A"] } } } }, "@@append and @@remove are for lists"],
    ["an unknown key", "TAG_POLICY", { tags: { a: { values: assign(["x"]) } } }, "tags/a/values: There is no key values here"],
    ["keys below a setting", "TAG_POLICY", { tags: { a: { tag_key: { b: {} } } } }, "tags/a/tag_key: This key holds a value, not further keys."],
    ["a value for a group", "TAG_POLICY", { tags: { a: assign("x") } }, "tags/a: This key holds further keys, not a value."],
    ["a value out of the list", "AISERVICES_OPT_OUT_POLICY", { services: { lex: { opt_out_policy: assign("optout") } } }, "optout is no value of this key; it takes optOut, optIn."],
    ["an operator that the type lacks", "AISERVICES_OPT_OUT_POLICY", { services: { lex: { opt_out_policy: { "@@append": ["optOut"] } } } }, "do not take the operator @@append"],
    ["a control with such an operator", "AISERVICES_OPT_OUT_POLICY", { services: { "@@operators_allowed_for_child_policies": ["@@append"] } }, "services: Policies of this type do not take the operator @@append."],
    ["a switch that S3 lacks", "S3_POLICY", { s3_attributes: { public_access_block_configuration: assign("some") } }, "it takes all, none"],
    ["what is no Region", "INSPECTOR_POLICY", { inspector: { enablement: { ec2_scanning: { enable_in_regions: assign(["everywhere"]) } } } }, "everywhere is no value of this key."],
  ])("refuses %s", (_what, type, document, message) => {
    expect(problemsOf(type, document).join("\n")).toContain(message);
  });

  it("checks operators also under keys that no page lists", () => {
    expect(problemsOf("DECLARATIVE_POLICY_EC2", { ec2_attributes: { newer: { "@@assign": {} } } }).join()).toContain("takes a value, or a list of values");
  });

  it("knows no grammar of policies that grant or deny", () => {
    expect(managementPolicyType("SERVICE_CONTROL_POLICY")).toBeUndefined();
  });
});
