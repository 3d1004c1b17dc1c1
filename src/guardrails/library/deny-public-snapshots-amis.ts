import type { SettingsGuardrail } from "../guardrail.ts";
import { act } from "../proof.ts";

export const denyPublicSnapshotsAmis: SettingsGuardrail = {
  name: "deny-public-snapshots-amis",
  title: "No image and no snapshot of EC2 is shared with everybody",
  form: "ec2",
  reason: "EC2 itself enforces a declarative policy: snapshots that were public before cannot be read any more, and nobody in an account can switch the block off. An SCP would have to deny every call that can share, and would know nothing of what is shared already.",
  source: 'Organizations User Guide, "Declarative policies"; EC2 User Guide, "Block public access for Amazon EBS snapshots" and "Block public access to AMIs"',
  rows: [71, 104],
  parameters: [],
  leaves: [
    "Images that were public before stay public: block_new_sharing is all that AWS has for them.",
    "Sharing with single accounts goes on; `keep-inside` stops that. Snapshots of databases are for `deny-rds-snapshot-sharing`.",
  ],
  document: () => ({
    ec2_attributes: {
      image_block_public_access: { state: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "block_new_sharing" } },
      snapshot_block_public_access: { state: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "block_all_sharing" } },
      exception_message: { "@@assign": "Public images and snapshots are blocked for the organization." },
    },
  }),
  proof: [
    act("denied", "no image becomes public", "ec2: share an image with everybody"),
    act("denied", "no snapshot does", "ec2: share a snapshot with everybody"),
    act("denied", "nobody reads a snapshot that was public before", "ec2: read a snapshot that was shared with everybody"),
    act("denied", "an administrator cannot switch the block of images off", "ec2: switch the account's block of public images off"),
    act("denied", "nor that of snapshots", "ec2: switch the account's block of public snapshots off"),
    act("denied", "a policy further down cannot either", "ec2: share a snapshot with everybody", { ec2_attributes: { snapshot_block_public_access: { state: { "@@assign": "unblocked" } } } }),
    act("works", "an image is shared with one account", "ec2: share an image with one account"),
    act("works", "a snapshot is copied inside the account", "ec2: copy an own snapshot"),
  ],
};
