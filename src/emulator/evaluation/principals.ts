import type { PrincipalElement } from "../../policy/index.ts";
import type { Asker } from "./chain.ts";

/** How closely a policy names the asker: by session or everybody, by user or role, or by account, which only delegates. */
export type Closeness = "session" | "entity" | "account";

/** Undefined when the element does not mean the asker. Services and identity providers never call as themselves here. */
export function namedBy(element: PrincipalElement, asker: Asker): Closeness | undefined {
  if (element === "*") return "session";
  const names = [element.AWS ?? []].flat();
  if (names.some((name) => name === "*" || (name === asker.arn && asker.arn.startsWith("arn:aws:sts:")))) return "session";
  if (names.some((name) => name === asker.roleArn || (name === asker.arn && name !== `arn:aws:iam::${asker.accountId}:root`))) return "entity";
  return names.some((name) => name === asker.accountId || name === `arn:aws:iam::${asker.accountId}:root`) ? "account" : undefined;
}
