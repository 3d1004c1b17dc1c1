import type { SettingsGuardrail } from "../guardrail.ts";
import { act } from "../proof.ts";

export const denyPublicS3: SettingsGuardrail = {
  name: "deny-public-s3",
  title: "No bucket is public, whatever its policy, its ACLs or the account's own block say",
  form: "s3",
  reason: "S3 itself enforces an S3 policy, on every bucket that is there and every one to come. An SCP can only deny the calls that would open one, and leaves open what is open already, and no condition key tells what a bucket policy says.",
  source: 'Organizations User Guide, "Amazon S3 policies"; S3 User Guide, "Blocking public access to your Amazon S3 storage"',
  rows: [71, 104],
  parameters: [],
  leaves: [
    "Not for accounts that serve websites from public buckets; CloudFront with origin access control needs none.",
    "Sharing with single accounts goes on; `org-identities-only` stops that.",
    "Enabling the policy type lets policies override each account's own block.",
  ],
  document: () => ({
    s3_attributes: { public_access_block_configuration: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "all" } },
  }),
  proof: [
    act("denied", "nobody reads a bucket that a policy opens to everybody", "s3: read a bucket whose policy grants everybody"),
    act("denied", "no policy opens a bucket to everybody", "s3: give a bucket a policy that grants everybody"),
    act("denied", "no ACL does", "s3: give an object a public ACL"),
    act("denied", "an administrator cannot take the block away", "s3: take the account's block away"),
    act("denied", "a policy further down cannot either", "s3: read a bucket whose policy grants everybody", { s3_attributes: { public_access_block_configuration: { "@@assign": "none" } } }),
    act("works", "a bucket is shared with a partner's account", "s3: share a bucket with one account"),
    act("works", "CloudFront reads as a service", "s3: read through CloudFront"),
  ],
};
