import { LandfallError } from "../../diagnostics/index.ts";
import { accountAddress, type Address } from "../../ids/index.ts";
import { ADDRESS_TAG, type AccountItem, type Inventory, MANAGEMENT_ACCOUNT, NO_STATEMENTS, type Statements } from "../../inventory/index.ts";
import type { Tags } from "../../organization/index.ts";

/** What is known of an account before it has an address. */
export interface FoundAccount {
  readonly id: string;
  readonly email: string;
  readonly tags: Tags;
}

/**
 * Says which declared account an AWS account is: the one that states its id, else the one its tag names, else, for an
 * account without our tag, the one with its e-mail address. An account that is none of these goes by its id.
 * @throws LandfallError LF7007 when two accounts carry one address.
 */
export function identify(accounts: readonly FoundAccount[], managementAccountId: string, desired: Inventory, moved: Statements["moved"] = NO_STATEMENTS.moved): Map<string, Address> {
  const declared = [...desired.values()].filter((item): item is AccountItem => item.kind === "account" && !item.management);
  const byId = new Map(declared.flatMap((item) => (item.statedId === undefined ? [] : [[item.statedId, item.address]])));
  const stated = new Set(byId.values());
  const byEmail = new Map(declared.map((item) => [item.email.toLowerCase(), item.address]));
  const named = new Map<Address, string>();
  const addresses = new Map<string, Address>();
  const claim = (account: FoundAccount, address: Address): void => {
    const other = named.get(address);
    if (other !== undefined) throw sameAddress(address, other, account.id);
    named.set(address, account.id);
    addresses.set(account.id, address);
  };
  for (const account of accounts) {
    const tagged = account.tags[ADDRESS_TAG] ?? "";
    const tag = moved.get(tagged) ?? tagged;
    const statedAddress = byId.get(account.id);
    if (account.id === managementAccountId) claim(account, MANAGEMENT_ACCOUNT);
    else if (statedAddress !== undefined) claim(account, statedAddress);
    else if (tag.startsWith("account:") && !stated.has(tag)) claim(account, tag);
  }
  for (const account of accounts.filter(({ id }) => !addresses.has(id))) {
    const address = byEmail.get(account.email.toLowerCase());
    const taken = address === undefined || stated.has(address) || named.has(address);
    claim(account, taken || account.tags[ADDRESS_TAG] !== undefined ? accountAddress(account.id) : address);
  }
  return addresses;
}

const sameAddress = (address: Address, one: string, other: string): LandfallError =>
  new LandfallError({
    code: "LF7007",
    severity: "error",
    summary: `Accounts ${one} and ${other} both carry the tag ${ADDRESS_TAG}=${address}.`,
    detail: "landfall cannot tell which of them the file means.",
    fix: `Remove the tag from the wrong one:\n\n  aws organizations untag-resource --resource-id ${other} --tag-keys ${ADDRESS_TAG}`,
    address,
  });
