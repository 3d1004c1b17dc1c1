import type { PolicyKind } from "../ids/index.ts";
import { managementPolicyType, mergeManagementPolicies, parseManagementPolicy, type EffectiveNode, type ManagementDocument } from "../policy/index.ts";
import { policyTypeFacts } from "../limits/index.ts";

interface ActFacts {
  readonly kind: PolicyKind;
  /** The setting that has a say, from the top, with the values that deny; without it nothing of the policy denies. */
  readonly deniedBy?: { readonly setting: string; readonly values?: readonly string[] };
}

const S3_BLOCK = "s3_attributes/public_access_block_configuration";
const IMAGES = "ec2_attributes/image_block_public_access/state";
const SNAPSHOTS = "ec2_attributes/snapshot_block_public_access/state";
const TOKENS = "ec2_attributes/instance_metadata_defaults/http_tokens";

/**
 * What can be done in an account that settings of its organization have a say in. An act without values is denied by
 * the setting being there: an attribute under a declarative policy cannot be changed inside an account.
 * Sources: Organizations User Guide, "Amazon S3 policies", "Declarative policies"; S3 User Guide, "Blocking public
 * access"; EC2 User Guide, "Block public access for Amazon EBS snapshots", "Configure instance metadata options".
 */
const ACTS = {
  "s3: read a bucket whose policy grants everybody": { kind: "s3", deniedBy: { setting: S3_BLOCK, values: ["all"] } },
  "s3: give a bucket a policy that grants everybody": { kind: "s3", deniedBy: { setting: S3_BLOCK, values: ["all"] } },
  "s3: give an object a public ACL": { kind: "s3", deniedBy: { setting: S3_BLOCK, values: ["all"] } },
  "s3: take the account's block away": { kind: "s3", deniedBy: { setting: S3_BLOCK } },
  "s3: share a bucket with one account": { kind: "s3" },
  "s3: read through CloudFront": { kind: "s3" },
  "ec2: share an image with everybody": { kind: "ec2", deniedBy: { setting: IMAGES, values: ["block_new_sharing"] } },
  "ec2: share a snapshot with everybody": { kind: "ec2", deniedBy: { setting: SNAPSHOTS, values: ["block_new_sharing", "block_all_sharing"] } },
  "ec2: read a snapshot that was shared with everybody": { kind: "ec2", deniedBy: { setting: SNAPSHOTS, values: ["block_all_sharing"] } },
  "ec2: switch the account's block of public images off": { kind: "ec2", deniedBy: { setting: IMAGES } },
  "ec2: switch the account's block of public snapshots off": { kind: "ec2", deniedBy: { setting: SNAPSHOTS } },
  "ec2: share an image with one account": { kind: "ec2" },
  "ec2: copy an own snapshot": { kind: "ec2" },
  "ec2: call version 1 on a machine started without a word": { kind: "ec2", deniedBy: { setting: TOKENS, values: ["required"] } },
  "ec2: change the account's metadata default": { kind: "ec2", deniedBy: { setting: TOKENS } },
  "ec2: start a machine without a word about metadata": { kind: "ec2" },
  "ec2: call version 2": { kind: "ec2" },
  "ec2: call version 1 on a machine started with it": { kind: "ec2" },
} as const satisfies Readonly<Record<string, ActFacts>>;

/** Something that a person does, or that happens, in an account whose services are under settings. */
export type Act = keyof typeof ACTS;

/** What becomes of an act under policies of its kind, from the root down to the account. */
export function decideAct(act: Act, documents: readonly ManagementDocument[]): "denied" | "works" {
  const { kind, deniedBy }: ActFacts = ACTS[act];
  if (deniedBy === undefined) return "works";
  const value = settingAt(effectiveOf(kind, documents), deniedBy.setting);
  if (value === undefined) return "works";
  return deniedBy.values === undefined || deniedBy.values.includes(value) ? "denied" : "works";
}

function effectiveOf(kind: PolicyKind, documents: readonly ManagementDocument[]): EffectiveNode {
  const type = managementPolicyType(policyTypeFacts(kind).type);
  if (type === undefined) throw new RangeError(`${kind} has no settings`);
  return mergeManagementPolicies(documents.map((document, index) => [{ id: `p-${index}`, policy: parsed(document) }]));
}

function parsed(document: ManagementDocument) {
  const { policy } = parseManagementPolicy(JSON.stringify(document));
  if (policy === undefined) throw new RangeError("a guardrail's settings are no policy");
  return policy;
}

function settingAt(effective: EffectiveNode, path: string): string | undefined {
  let node: EffectiveNode | undefined = effective;
  for (const name of path.split("/")) node = node?.keys.get(name);
  return node?.value === undefined ? undefined : String(node.value);
}
