import type { Aws } from "../../aws/index.ts";
import type { AccountItem, Observed } from "../../inventory/index.ts";
import type { Difference } from "../../plan/index.ts";

/** An account that others made is renamed only when the file states a name. The management account's name is not landfall's. */
export function compareNames(desired: AccountItem, { item, owner }: Observed<AccountItem>): Difference[] {
  const isMeant = !desired.management && desired.name !== "" && (desired.nameIsKey !== true || owner === "ours");
  return isMeant && desired.name !== item.name ? [{ field: "name", before: item.name, after: desired.name }] : [];
}

/**
 * Gives a member account a new name. Account Management must have trusted access.
 * Source: Account Management Reference Guide, PutAccountName. It may take AWS hours to show the new name everywhere;
 * giving it again until then does no harm.
 */
export async function rename(aws: Aws, AccountId: string, AccountName: string): Promise<void> {
  await (await aws.account()).putAccountName({ AccountId, AccountName });
}
