import type { PolicyKind } from "../../../src/ids/index.ts";
import type { PolicyContent } from "../../../src/policy/index.ts";

const assign = (value: unknown): object => ({ "@@assign": value });
const regions = (...on: string[]): object => ({ enable_in_regions: assign(on), disable_in_regions: assign([]) });
const twice = (document: (value: string) => object, ...values: readonly [string, string]): readonly [object, object] => [document(values[0]), document(values[1])];
const backup = (vault: string): object => ({
  rules: { daily: { target_backup_vault_name: assign(vault) } },
  regions: assign(["eu-west-1"]),
  selections: { tags: { all: { iam_role_arn: assign("arn:aws:iam::$account:role/backup"), tag_key: assign("backup"), tag_value: assign(["yes"]) } } },
});
const guardrail = (id: string): object => ({
  identifier: assign(`arn:aws:bedrock:us-east-1:111111111111:guardrail/${id}:1`),
  model_enforcement: { included_models: assign(["ALL"]), excluded_models: assign([]) },
});

/** Two documents of each policy type that neither grants nor denies. */
export const SETTINGS = {
  tag: twice((key) => ({ tags: { owner: { tag_key: assign(key) } } }), "Owner", "owner"),
  backup: twice((vault) => ({ plans: { all: backup(vault) } }), "One", "Two"),
  "ai-opt-out": twice((value) => ({ services: { default: { opt_out_policy: assign(value) } } }), "optOut", "optIn"),
  chat: twice((client) => ({ chatbot: { default: { client: assign(client) } } }), "disabled", "enabled"),
  ec2: twice((status) => ({ ec2_attributes: { serial_console_access: { status: assign(status) } } }), "enabled", "disabled"),
  "security-hub": twice((region) => ({ securityhub: regions(region) }), "eu-west-1", "us-east-1"),
  inspector: twice((region) => ({ inspector: { enablement: { ec2_scanning: regions(region) } } }), "eu-west-1", "us-east-1"),
  "upgrade-rollout": twice((order) => ({ upgrade_rollout: { default: { patch_order: assign(order) } } }), "first", "last"),
  bedrock: twice((id) => ({ bedrock: { guardrail_inference: { "us-east-1": { config_1: guardrail(id) } } } }), "hu1dlsv9wy1d", "hu1dlsv9wy1e"),
  s3: twice((value) => ({ s3_attributes: { public_access_block_configuration: assign(value) } }), "all", "none"),
  "network-security-director": twice((region) => ({ network_security_director: { enablement: { network_security_scan: regions(region) } } }), "eu-west-1", "us-east-1"),
  guardduty: twice((status) => ({ guardduty: { enablement: { default: { foundational: { status: assign(status) } } } } }), "enabled", "disabled"),
} satisfies Partial<Record<PolicyKind, readonly [object, object]>>;

export type SettingsKind = keyof typeof SETTINGS;
export const SETTINGS_KINDS = Object.keys(SETTINGS) as SettingsKind[];

export const isSettingsKind = (kind: PolicyKind): kind is SettingsKind => Object.hasOwn(SETTINGS, kind);

export const settingsOf = (kind: SettingsKind, variant: 0 | 1): PolicyContent => SETTINGS[kind][variant] as PolicyContent;
