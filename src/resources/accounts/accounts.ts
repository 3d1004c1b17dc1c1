import type { Aws } from "../../aws/index.ts";
import { MANAGEMENT_ACCOUNT, type AccountItem, type Inventory, type Observed } from "../../inventory/index.ts";
import { ROOT } from "../../ids/index.ts";
import type { ObserveScope } from "../../plan/index.ts";
import type { Reader } from "../reader.ts";
import type { OrganizationsResource } from "../registry.ts";
import { compareTags, isOurs, writeTags } from "../tags.ts";
import { close } from "./close.ts";
import { create } from "./create.ts";
import { identify } from "./identify.ts";
import { invite } from "./invitations.ts";
import { type PlacedAccount, wholeList } from "./list.ts";
import { compareNames, rename } from "./name.ts";
import { stateOf } from "./state.ts";

/** Member accounts and the management account. An account is its id; it is created, moved, tagged and closed, never replaced. */
export const accounts: OrganizationsResource<"account"> = {
  kind: "account",

  async observe(reader, scope) {
    const { accounts: listed, isWhole } = await reader.accounts();
    const observed = await inAddressForm(reader, scope, listed);
    // Only the whole list says of a declared account that it does not exist.
    return isWhole || !missesDeclared(observed, scope.desired) ? observed : inAddressForm(reader, scope, await wholeList(reader));
  },

  compare(desired, observed) {
    const { management, parent } = observed.item;
    const moved = management || parent === desired.parent ? [] : [{ field: "parent", before: parent, after: desired.parent }];
    return [...moved, ...compareNames(desired, observed), ...compareTags(desired.tags, observed)];
  },

  async ensure(aws, scope) {
    const { change, idOf } = scope;
    if (change.desired?.kind !== "account") throw new TypeError(`${change.address} is no account`);
    const { desired, observed } = change;
    if (desired.management) return tag(aws, idOf(MANAGEMENT_ACCOUNT), change.differences);
    if (change.action === "invite") return invite(aws, desired);
    if (observed?.item.kind !== "account") {
      const id = await create(aws, desired, scope);
      // AWS limits how many accounts are being created, not how many are being moved.
      scope.leaveLane();
      await move(aws, id, idOf(ROOT), idOf(desired.parent));
      return id;
    }
    await move(aws, observed.id, idOf(observed.item.parent), idOf(desired.parent));
    if (change.differences.some(({ field }) => field === "name")) await rename(aws, observed.id, desired.name);
    return tag(aws, observed.id, change.differences);
  },

  async remove(aws, scope) {
    if (scope.change.action === "close") return close(aws, scope);
    const { id } = scope.change.observed ?? {};
    await (await aws.organizations()).removeAccountFromOrganization({ AccountId: id });
    return undefined;
  },

  actions: {
    observe: ["organizations:ListAccounts", "organizations:ListAccountsForParent", "organizations:ListCreateAccountStatus", "organizations:ListHandshakesForOrganization", "organizations:ListOrganizationalUnitsForParent", "servicequotas:GetServiceQuota", "tag:GetResources"],
    ensure: [
      "organizations:CreateAccount", "organizations:DescribeCreateAccountStatus", "organizations:ListAccountsForParent", "organizations:ListCreateAccountStatus",
      "organizations:ListParents", "organizations:MoveAccount", "organizations:TagResource", "organizations:UntagResource", "account:PutAccountName",
      "organizations:InviteAccountToOrganization",
    ],
    remove: ["organizations:CloseAccount", "organizations:DescribeAccount", "organizations:RemoveAccountFromOrganization"],
  },
};

async function tag(aws: Aws, id: string, differences: Parameters<typeof writeTags>[2]): Promise<string> {
  await writeTags(aws, id, differences);
  return id;
}

/** One MoveAccount from where the account was seen; if it is no longer there, from where it is now. */
async function move(aws: Aws, AccountId: string, from: string, to: string): Promise<void> {
  if (from === to) return;
  const organizations = await aws.organizations();
  try {
    await organizations.moveAccount({ AccountId, SourceParentId: from, DestinationParentId: to });
  } catch (error) {
    const { Parents } = await organizations.listParents({ ChildId: AccountId });
    const actual = Parents?.[0]?.Id;
    if (actual === to) return;
    if (actual === undefined || actual === from) throw error;
    await organizations.moveAccount({ AccountId, SourceParentId: actual, DestinationParentId: to });
  }
}

function missesDeclared(observed: readonly Observed<AccountItem>[], desired: Inventory): boolean {
  const found = new Set(observed.map(({ item }) => item.address));
  return [...desired.values()].some((item) => item.kind === "account" && item.state !== "closed" && !found.has(item.address));
}

async function inAddressForm(reader: Reader, scope: ObserveScope, listed: readonly PlacedAccount[]): Promise<Observed<AccountItem>[]> {
  const managementAccountId = await reader.managementAccountId();
  const tagged = await Promise.all(listed.map(async (placed) => ({ ...placed, ...(await reader.tags(placed.account.Id ?? "")) })));
  const found = tagged.map(({ account, tags }) => ({ id: account.Id ?? "", email: account.Email ?? "", tags }));
  const addresses = identify(found, managementAccountId, scope.desired, scope.moved);
  return tagged.map(({ account, parentId, tags, notVisible }) => {
    const { Id = "", Arn, Name = "", Email = "" } = account;
    const management = Id === managementAccountId;
    const parent = scope.addressOf(parentId ?? "") ?? ROOT;
    const address = addresses.get(Id) ?? `account:${Id}`;
    const item: AccountItem = { kind: "account", address, name: Name, email: Email, parent, tags, state: stateOf(account, tags), management };
    return { item, id: Id, arn: Arn, owner: management ? "aws" : isOurs(tags) ? "ours" : "watched", notVisible };
  });
}
