import type { Account } from "@aws-sdk/client-organizations";
import { allPages } from "../../aws/index.ts";
import { ouPath, ROOT } from "../../ids/index.ts";
import type { Inventory } from "../../inventory/index.ts";
import { ORGANIZATIONS_THROTTLES } from "../../limits/index.ts";
import type { Reader } from "../reader.ts";
import { childUnits } from "../units.ts";
import { accountsIn, parentIds } from "./place.ts";

/** An account and the id of the root or OU it is in. */
export interface PlacedAccount {
  readonly account: Account;
  readonly parentId: string | undefined;
}

export interface AccountList {
  readonly accounts: readonly PlacedAccount[];
  /** Whether an account that is not in it does not exist. */
  readonly isWhole: boolean;
}

/** Accounts on one page of a list. */
const PAGE = 20;
/** What one call takes on its way to AWS and back, about, in seconds. */
const ROUND_TRIP = 0.1;

/**
 * All accounts, in the way that ends sooner: AWS's one list, page after page, or the list of each OU, all of them at
 * once. The second misses an account that is moved meanwhile, so an absence in it proves nothing.
 */
export async function listAccounts(reader: Reader): Promise<AccountList> {
  // Creations are read before accounts: one that ends in between is then seen twice, and never missed.
  await reader.creations();
  if (!isSoonerByParent(reader.desired, reader.aws.paced)) return { accounts: await wholeList(reader), isWhole: true };
  return { accounts: await listsByParent(reader), isWhole: false };
}

/** Every account that there is. */
export async function wholeList(reader: Reader): Promise<readonly PlacedAccount[]> {
  const organizations = await reader.aws.organizations();
  const all = await allPages(
    (NextToken) => organizations.listAccounts({ NextToken }),
    (page) => page.Accounts,
  );
  const parents = await parentIds(reader, all);
  return all.map((account) => ({ account, parentId: parents.get(account.Id ?? "") }));
}

async function listsByParent(reader: Reader): Promise<readonly PlacedAccount[]> {
  const found = new Map<string, PlacedAccount>();
  const visit = async (id: string): Promise<void> => {
    const own = accountsIn(reader, id).then((accounts) => {
      for (const account of accounts) found.set(account.Id ?? "", { account, parentId: id });
    });
    // The walk asks what the walk of the OUs asks: it costs no further call.
    const below = childUnits(reader.aws, id).then((units) => Promise.all(units.map(({ Id = "" }) => visit(Id))));
    await Promise.all([own, below]);
  };
  await visit((await reader.root()).Id ?? "");
  return [...found.values()];
}

/** Guesses by what is declared which way ends sooner. Where nothing is declared, the one list costs the fewest calls. */
export function isSoonerByParent(desired: Inventory, isPaced: boolean): boolean {
  const inside = new Map<string, number>([[ROOT, 1]]);
  let levels = 0;
  for (const item of desired.values()) {
    if (item.kind === "ou") {
      inside.set(item.address, inside.get(item.address) ?? 0);
      levels = Math.max(levels, ouPath(item.address).length);
    }
    if (item.kind === "account" && !item.management) inside.set(item.parent, (inside.get(item.parent) ?? 0) + 1);
  }
  const pages = [...inside.values()].map((count) => Math.max(1, Math.ceil(count / PAGE)));
  const total = [...inside.values()].reduce((sum, count) => sum + count, 0);
  if (total === 1) return false;
  const seconds = (operation: string, calls: number, inTurn: number): number => {
    const { burst, rate } = ORGANIZATIONS_THROTTLES[operation]?.account ?? { burst: 0, rate: Infinity };
    return Math.max(inTurn * ROUND_TRIP, isPaced ? (calls - burst) / rate : 0);
  };
  const inOneList = Math.ceil(total / PAGE);
  const byParent = pages.reduce((sum, count) => sum + count, 0);
  return seconds("ListAccountsForParent", byParent, levels + Math.max(...pages)) < seconds("ListAccounts", inOneList, inOneList);
}
