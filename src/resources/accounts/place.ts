import type { Account } from "@aws-sdk/client-organizations";
import { allPages } from "../../aws/index.ts";
import { OU_ID, ROOT_ID } from "../../ids/index.ts";
import type { Reader } from "../reader.ts";

/**
 * The id of the root or OU each account is in. AWS states it in `Paths` (`o-…/r-…/ou-…/…/<account>/`); where an answer
 * has none, each node is asked for its accounts.
 * Unconfirmed: the exact form of `Paths`; only the last root or OU id in it is used.
 */
export async function parentIds(reader: Reader, accounts: readonly Account[]): Promise<Map<string, string>> {
  const stated = new Map(accounts.flatMap(({ Id = "", Paths }) => {
    const parent = parentInPath(Paths?.[0]);
    return parent === undefined ? [] : [[Id, parent] as const];
  }));
  if (accounts.every(({ Id = "" }) => stated.has(Id))) return stated;
  const nodeIds = [...(await reader.units()).keys()];
  const lists = await Promise.all(nodeIds.map(async (parentId) => (await accountsIn(reader, parentId)).map(({ Id = "" }) => [Id, parentId] as const)));
  return new Map(lists.flat());
}

const parentInPath = (path: string | undefined): string | undefined => path?.split("/").findLast((segment) => OU_ID.test(segment) || ROOT_ID.test(segment));

/** The accounts that are directly in the root or in an OU. */
export async function accountsIn({ aws }: Pick<Reader, "aws">, ParentId: string): Promise<Account[]> {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listAccountsForParent({ ParentId, NextToken }),
    (page) => page.Accounts,
  );
}
