import { LandfallError } from "../../diagnostics/index.ts";
import type { Principal } from "../principal.ts";
import { arnOf, rootArn } from "../services/iam/arns.ts";
import { keyOfName, storedRolesOf, usersOf } from "../services/iam/state.ts";
import { roleNamed } from "../services/iam/stored.ts";
import { type KnownAccount, knownAccountsTable, tagsTable } from "../services/organizations/index.ts";
import type { World } from "../world.ts";

const LISTED = 8;

/** landfall's own name for an account, which it keeps with it. */
const ADDRESS_TAG = "landfall:address";

/**
 * The account with this id or name, or with this key in the organization file.
 * @throws LandfallError LF8010 for one that is not there, and for a name that several have.
 */
export function accountAsked(world: World, text: string): KnownAccount {
  const byId = knownAccountsTable(world).get(text);
  if (byId !== undefined) return byId;
  const isKeyOf = (id: string): boolean => tagsTable(world).get(id)?.tags.some(({ Key, Value }) => Key === ADDRESS_TAG && Value === `account:${text}`) === true;
  const all = [...knownAccountsTable(world).values()].filter(({ goneAt }) => goneAt === undefined);
  const keyed = all.filter(({ id }) => isKeyOf(id));
  const named = keyed.length > 0 ? keyed : all.filter(({ name }) => name === text);
  if (named[0] !== undefined && named.length === 1) return named[0];
  const summary = named.length === 0 ? `The embedded AWS has no account "${text}".` : `The embedded AWS has ${named.length} accounts "${text}": ${named.map(({ id }) => id).join(", ")}.`;
  throw new LandfallError({ code: "LF8010", severity: "error", summary, fix: "Give the id or the name of an account that is there; landfall show lists them." }, "usage");
}

/**
 * The principal that a text means in an account, with the ARN that policies name it by.
 * @throws LandfallError LF8011 for one that is not there.
 */
export function principalAsked(world: World, accountId: string, text: string, now: number): { readonly principal: Principal; readonly arn: string } {
  const [, owner = accountId, named = text] = /^arn:[^:]+:iam::(\d{12}):(.+)$/.exec(text) ?? [];
  if (owner !== accountId) throw nobody(world, accountId, text);
  if (named === "root") return { principal: { accountId, arn: rootArn(accountId), userId: accountId }, arn: rootArn(accountId) };
  const name = named.split("/").at(-1) ?? named;
  if (named.startsWith("user/")) {
    const user = usersOf(world, accountId).get(keyOfName(name));
    if (user === undefined) throw nobody(world, accountId, text);
    const arn = arnOf(accountId, "user", user);
    return { principal: { accountId, arn, userId: user.id }, arn };
  }
  const role = roleNamed(world, accountId, name);
  if (role === undefined) throw nobody(world, accountId, text);
  const issuerArn = arnOf(accountId, "role", role);
  const session = { kind: "role", issuerArn, issuerId: role.id, issuedAt: now } as const;
  return { principal: { accountId, arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/landfall-try`, userId: `${role.id}:landfall-try`, session }, arn: issuerArn };
}

function nobody(world: World, accountId: string, text: string): LandfallError {
  const names = [...storedRolesOf(world, accountId).values()].map(({ name }) => name).slice(0, LISTED);
  const there = names.length === 0 ? "" : ` There are the roles ${names.join(", ")}.`;
  return new LandfallError({ code: "LF8011", severity: "error", summary: `Account ${accountId} of the embedded AWS has no principal "${text}".${there}`, fix: "Name a role that is there, user/NAME or root." }, "usage");
}
