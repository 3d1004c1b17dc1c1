import type { CodeEntry } from "../code.ts";

/** 7xxx: AWS refused, or could not be reached. */
export const AWS_CODES = [
  {
    code: "LF7001",
    title: "No AWS credentials were found",
    why: "landfall uses the SDK's usual search: environment, profile, single sign-on, container and instance roles.",
    fix: "Log in (`aws sso login`), name a profile with `--profile`, or rehearse without an account with `--local`.",
  },
  {
    code: "LF7002",
    title: "AWS did not accept the credentials",
    why: "They have expired, are wrong, or this machine's clock is more than a few minutes off.",
    fix: "Log in again, and check the clock.",
  },
  {
    code: "LF7003",
    title: "The credentials may not make a call",
    why: "Organizations answers almost only to the management account; the role also needs a permission for the call named.",
    fix: "Use a role of the management account that allows the action named in the message.",
  },
  {
    code: "LF7004",
    title: "AWS could not be reached",
    why: "The name did not resolve, or the connection was refused or broken off, after several attempts.",
    fix: "Check the network, proxies, and `--endpoint-url` if you gave one.",
  },
  {
    code: "LF7005",
    title: "AWS refused a call",
    why: "AWS's own error and message are in the text. What the message means is described in the API reference of the service.",
    fix: "Mend what AWS names and run the command again: it continues where it stopped.",
  },
  {
    code: "LF7006",
    title: "The credentials are not those of the management account",
    why: "Only the management account can change an organization; a member account sees a part of it at most.",
    fix: "Use credentials of the management account named in the message.",
  },
  {
    code: "LF7007",
    title: "Two accounts carry the same address",
    why: "The tag `landfall:address` says which declared account an AWS account is. Somebody copied it to a second one.",
    fix: "Remove the tag from the account that is not meant.",
  },
  {
    code: "LF7008",
    title: "The account is in no organization",
    why: "An organization can be written down only where there is one.",
    fix: "Start from a blueprint with `landfall init --blueprint NAME`, or use the credentials of the right account.",
  },
  {
    code: "LF7009",
    title: "Control Tower does not govern the organization",
    why: "`init --from control-tower` writes down an organization that Control Tower governs. Control Tower has no trusted access here, and no OU has a policy of its controls.",
    fix: "Use credentials of the management account that the landing zone is in, or write the organization down as it is with `landfall init --from-aws`.",
  },
  {
    code: "LF7020",
    title: "A role of landfall's name belongs to somebody else",
    why: "A role with the name of one of landfall's roles exists without landfall's tag. Its permissions and its trust may be somebody's work.",
    fix: "Rename or delete it, or give it the tag named in the message if landfall may change it.",
  },
  {
    code: "LF7021",
    title: "A principal cannot be trusted with a role",
    why: "Roles trust users and roles by their ARN. Those of another account must belong to the same organization, or bring an external id, so that nobody else's service can be made to act for them.",
    fix: "Give the ARN of a role or user; for an account outside of the organization give `--external-id` too.",
  },
] as const satisfies readonly CodeEntry[];
