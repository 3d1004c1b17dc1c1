import type { Aws } from "../../aws/index.ts";
import { accountAddress } from "../../ids/index.ts";
import { type AccountItem, ADDRESS_TAG, type Observed } from "../../inventory/index.ts";
import type { Difference } from "../../plan/index.ts";

/**
 * A stated name counts. Without one an account keeps the name it has, unless that was its key, which has moved. The
 * management account's name is not landfall's.
 */
export function compareNames(desired: AccountItem, { item }: Observed<AccountItem>): Difference[] {
  const wasKey = item.tags[ADDRESS_TAG] === accountAddress(item.name);
  const isMeant = !desired.management && desired.name !== "" && (desired.nameIsKey !== true || wasKey);
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
