import type { Command } from "../command.ts";
import { RESOURCE_POLICIES_FLAG } from "../access-flags.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const snapshotCommand: Command = {
  name: "snapshot",
  summary: "Read the organization and the roles of its accounts into a file, for questions without AWS.",
  description: "The file holds who is governed by which policies and which roles there are, with their policies and trust, and who signs in to accounts besides Identity Center. It holds no keys, no e-mail addresses and no contacts. Questions about access take it with --snapshot and say how old it is.",
  args: [{ name: "file", description: "the file to write, as JSON", required: true }],
  flags: [
    { flags: "--no-iam", description: "leave out the roles and users of accounts", group: "What" },
    RESOURCE_POLICIES_FLAG,
    formatFlag("human", "json"),
    { flags: "--force", description: "write over a file that exists", group: "Output" },
    { flags: "--member-role <name>", description: "the role to read an account's IAM with; default: landfall-member, else OrganizationAccountAccessRole", group: "AWS" },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall snapshot acme.snapshot.json", says: "read all there is to know about access" },
    { command: "landfall who-can s3:PutBucketPolicy --snapshot acme.snapshot.json", says: "ask it, without credentials" },
    { command: "landfall snapshot nightly.json --force --no-iam --format json", says: "every night in a pipeline, without the roles" },
  ],
  load: () => import("../actions/snapshot.ts"),
};
