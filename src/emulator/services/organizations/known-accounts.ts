import type { World } from "../../world.ts";
import type { KnownAccount } from "./state.ts";
import { emailsTable, knownAccountsTable } from "./state.ts";

/**
 * Puts an account into the world that is in no organization: what somebody who signed up with AWS has.
 * It has everything an account needs to stand alone.
 */
export function addStandaloneAccount(world: World, account: Pick<KnownAccount, "id" | "email" | "name" | "createdAt">): void {
  if (knownAccountsTable(world).has(account.id)) throw new RangeError(`account ${account.id} exists`);
  if (emailOwner(world, account.email) !== undefined) throw new RangeError(`an account with the e-mail ${account.email} exists`);
  rememberAccount(world, { ...account, standalone: { agreement: true, phone: true, payment: true } });
}

/** Does for a created account what its owner does in the console before it can leave its organization. */
export function completeSignUp(world: World, accountId: string, steps: Partial<KnownAccount["standalone"]> = { agreement: true, phone: true, payment: true }): void {
  const account = knownAccountsTable(world).get(accountId);
  if (account === undefined) throw new RangeError(`account ${accountId} does not exist`);
  knownAccountsTable(world).put(accountId, { ...account, standalone: { ...account.standalone, ...steps } });
}

export function rememberAccount(world: World, account: KnownAccount): void {
  knownAccountsTable(world).put(account.id, account);
  emailsTable(world).put(account.email.toLowerCase(), account.id);
}

/** The account, or the request to create one, that has this e-mail address; AWS compares without case. */
export const emailOwner = (world: World, email: string): string | undefined => emailsTable(world).get(email.toLowerCase());

/** Keeps a free address for a request: the first one made gets it, however long it takes. */
export function reserveEmail(world: World, email: string, requestId: string): void {
  if (emailOwner(world, email) === undefined) emailsTable(world).put(email.toLowerCase(), requestId);
}

/** Gives an address back after a request failed. */
export function releaseEmail(world: World, email: string, requestId: string): void {
  if (emailOwner(world, email) === requestId) emailsTable(world).delete(email.toLowerCase());
}

/** Gives an account another root e-mail address; the old one is free again. */
export function changeEmail(world: World, accountId: string, email: string): void {
  const account = knownAccount(world, accountId);
  releaseEmail(world, account.email, accountId);
  rememberAccount(world, { ...account, email });
}

export const renameAccount = (world: World, accountId: string, name: string): void =>
  knownAccountsTable(world).put(accountId, { ...knownAccount(world, accountId), name });

/** Enters or leaves an organization. */
export function setMembership(world: World, accountId: string, organizationId: string | undefined): void {
  const { organizationId: _left, ...account } = knownAccount(world, accountId);
  knownAccountsTable(world).put(accountId, organizationId === undefined ? account : { ...account, organizationId });
}

/** An account that is there because something refers to it. */
export function knownAccount(world: World, accountId: string): KnownAccount {
  const account = knownAccountsTable(world).get(accountId);
  if (account === undefined) throw new RangeError(`account ${accountId} is referred to but does not exist`);
  return account;
}

/** A 12-digit number that is no account's yet. */
export function newAccountId(world: World): string {
  for (;;) {
    const digits = Array.from(world.randomId(12), (char) => char.charCodeAt(0) % 10).join("");
    if (!knownAccountsTable(world).has(digits) && !digits.startsWith("0")) return digits;
  }
}
