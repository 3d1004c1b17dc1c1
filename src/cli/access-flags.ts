import type { FlagSpec } from "./command.ts";

/** Where questions about access find their answer. */
export const ACCESS_FLAGS: readonly FlagSpec[] = [
  { flags: "--live", description: "ask AWS as it is now, the IAM of the account included", group: "What" },
  { flags: "--snapshot <file>", description: "ask what landfall snapshot wrote", group: "What" },
  { flags: "--member-role <name>", description: "the role to read an account's IAM with; default: landfall-member, else OrganizationAccountAccessRole", group: "AWS" },
];

/** No service of AWS hands them all out, and reading each takes rights in every account. */
export const RESOURCE_POLICIES_FLAG: FlagSpec = { flags: "--resource-policies <file>", description: "policies of buckets, keys and other resources, as JSON: docs/access.md shows the form", group: "What" };

/** What a request carries. */
export const CONTEXT_FLAGS: readonly FlagSpec[] = [
  { flags: "--context <key=value>", description: "a condition key of the request; several times for several values", group: "What", repeat: true },
  { flags: "--resource-account <account>", description: "the account that owns the resource, where its ARN names none", group: "What" },
  { flags: "--resource-policy <file>", description: "the policy of the resource, as JSON", group: "What" },
  { flags: "--any-action", description: "take an action that landfall's list of AWS's actions does not have", group: "What" },
  { flags: "--without <key>", description: "a condition key that the request does not carry", group: "What", repeat: true },
];
