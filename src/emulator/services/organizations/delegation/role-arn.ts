import type { Principal } from "../../../operation.ts";

/** The role behind a session; undefined for a user or the root. A role's path is no part of its sessions' ARNs, so it is missing here too. */
export function roleArn({ accountId, arn }: Principal): string | undefined {
  const [, partition = "", role = ""] = /^arn:([^:]+):sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === "" ? undefined : `arn:${partition}:iam::${accountId}:role/${role}`;
}
