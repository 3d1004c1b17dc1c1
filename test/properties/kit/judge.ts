import { isDeepStrictEqual } from "node:util";
import { accountRequestsTable, accountsTable, keysOf, knownAccountsTable, policiesTable, tagsTable, unitsTable } from "../../../src/emulator/services/organizations/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import { ACCOUNT_MANAGEMENT, IAM_ROOT_ACCESS, POLICY_TYPES } from "../../../src/limits/index.ts";
import type { Organization } from "../../../src/organization/index.ts";
import { Broken } from "./broken.ts";
import { BY_HAND } from "./by-hand.ts";
import { declaredThings, placedAccounts } from "./declared.ts";
import { FOREIGN } from "./interfere.ts";
import { type Level, namesOf, type Requests } from "./requests.ts";
import type { Call } from "./stage.ts";
import { nameOf, type Thing, type Things, thingsAt, unitPath } from "./things.ts";
import { type AccountView, accountViews, organizationIn, throughSince } from "./view.ts";

/** How things stood after one call that may have changed them. */
export interface Moment {
  readonly call: Call;
  readonly views: ReadonlyMap<string, AccountView>;
}

/** How things stood before the first call. */
export interface Beginning {
  readonly accounts: ReadonlyMap<string, AccountView>;
  /** The policies of the root and of each OU, by id. */
  readonly places: ReadonlyMap<string, Level>;
}

interface Case {
  readonly world: World;
  readonly before: Organization;
  readonly after: Organization;
  /** Whether others changed things as well, and whether they did so during a run. */
  readonly others: "absent" | "before" | "meanwhile";
  /** Whether others had made an OU and a policy that the file may speak of. */
  readonly byHand: boolean;
  readonly beginning: Beginning;
  readonly moments: readonly Moment[];
}

/** Everything that must hold once the second organization is there. */
export function judge(given: Case): void {
  accountsOnce(given);
  closedAsAsked(given);
  asDeclared(given);
  // Where others meddle in the middle of a run, what they allow is not its doing.
  if (given.others !== "meanwhile") noGap(given);
}

/** AWS never takes an e-mail address twice, so a second creation of one account shows as one that failed. */
function accountsOnce({ world }: Case): void {
  const requests = [...accountRequestsTable(world).values()];
  const twice = requests.filter(({ email, id }) => requests.some((other) => other.email === email && other.id !== id));
  if (twice.length > 0) throw new Broken("no account twice", twice.map(({ email, state }) => `${email} ${state}`).join(", "));
}

function closedAsAsked({ world, after }: Case): void {
  const closed = placedAccounts(after).filter(({ account }) => account.state === "closed");
  const named = new Set(closed.map(({ key }) => `account:${key}`));
  const ids = new Set(closed.map(({ account }) => account.id));
  for (const { id, state } of accountsTable(world).values()) {
    if (state === "ACTIVE" || ids.has(id)) continue;
    const name = nameOf(world, id);
    if (!named.has(after.moved?.[name] ?? name)) throw new Broken("none closed unasked", `${name} is ${state}`);
  }
}

/** AWS holds what the file says; besides only what others made, and what landfall leaves alone until it is told. */
function asDeclared({ world, before, after, others, byHand }: Case): void {
  const actual = thingsAt(world);
  const withScps = actual["type SERVICE_CONTROL_POLICY"] !== undefined;
  const declared = declaredThings(after, withScps);
  const earlier = declaredThings(before, withScps);
  for (const [name, thing] of Object.entries(declared)) {
    const there = actual[name];
    const withOthers = others !== "absent" || (byHand && BY_HAND.things.some((other) => other === name));
    // AWS closes an account in its own time.
    const isClosing = thing["state"] === "CLOSED" && (there === undefined || there["state"] === "PENDING_CLOSURE");
    if (isClosing || isSame(there, thing, withOthers)) continue;
    throw new Broken("as declared", `${name} is ${JSON.stringify(there)}, not ${JSON.stringify(thing)}`);
  }
  const [toGo, adopted] = [new Set(after.remove), new Set(after.adopt)];
  const theirs = byHand ? BY_HAND.things : [];
  for (const name of theirs) {
    if (actual[name] === undefined && !toGo.has(addressOf(name))) throw new Broken("as declared", `${name} is gone, though others made it`);
    const isOurs = actual[name]?.tags?.["landfall:address"] !== undefined;
    if (isOurs !== adopted.has(addressOf(name))) throw new Broken("as declared", `${name} is ${isOurs ? "" : "not "}landfall's`);
  }
  for (const name of Object.keys(actual)) {
    if (toGo.has(addressOf(name)) && !mayStay(name, {}, world)) throw new Broken("as declared", `${name} is there, though the file says remove`);
    if (declared[name] !== undefined || others !== "absent") continue;
    if (theirs.some((other) => other === name) || FOR_LANDFALL.has(name)) continue;
    if (!mayStay(name, earlier, world)) throw new Broken("as declared", `${name} is there, though nobody declared it`);
  }
}

/** Trusted access that other things of the file need. */
const FOR_LANDFALL: ReadonlySet<string> = new Set([ACCOUNT_MANAGEMENT, IAM_ROOT_ACCESS].map((service) => `service ${service}`));

/** The address of a thing in the organization file; policy types go by their name in the API here. */
function addressOf(name: string): string {
  const [kind = "", first = "", second = ""] = name.split(" ");
  if (kind === "type") return `policy-type:${POLICY_TYPES.find(({ type }) => type === first)?.kind ?? first}`;
  if (kind === "administrator") return `delegated-administrator:${first}>${second}`;
  return name.replace("service ", "trusted-access:").replace(" ", ":");
}

/** What is no longer declared goes by itself, but for accounts, what they are in, and what AWS's services rest on. */
function mayStay(name: string, earlier: Things, world: World): boolean {
  if (name.startsWith("ou ")) return isInUse(name.slice("ou ".length), world);
  // What an account has stays with it, under whatever name the account goes by.
  const ofAccount = /^(contact \S+ |administrator \S+ )/.exec(name)?.[0];
  if (ofAccount !== undefined) return Object.keys(earlier).some((other) => other.startsWith(ofAccount));
  return earlier[name] !== undefined && /^(account:|type |service |root-access )/.test(name);
}

/** Whether an account is in an OU, or an OU that is not landfall's. */
function isInUse(path: string, world: World): boolean {
  const below = (parentId: string): boolean => `${unitPath(world, parentId)}/`.startsWith(`${path}/`);
  const isOurs = (id: string): boolean => tagsTable(world).get(id)?.tags.some(({ Key }) => Key === "landfall:address") === true;
  return [...accountsTable(world).values()].some(({ parentId }) => below(parentId)) || [...unitsTable(world).values()].some(({ id, parentId }) => below(parentId) && !isOurs(id));
}

/** The root is AWS's, so it may carry more tags. Policies of others stay, and an OU that others made gets no tag of ours. */
function isSame(there: Thing | undefined, thing: Thing, withOthers: boolean): boolean {
  if (there === undefined) return false;
  const { attached = [], tags = {}, ...rest } = there;
  const { attached: wanted = [], tags: wantedTags = {}, ...wantedRest } = thing;
  const isOurs = wantedTags["landfall:address"] !== undefined;
  const stated = Object.entries(wantedTags).every(([key, value]) => tags[key] === value);
  const tagsFit = isOurs ? isDeepStrictEqual(tags, wantedTags) || (withOthers && tags["landfall:address"] === undefined) : stated;
  const left = withOthers ? attached.filter((name) => !name.includes(FOREIGN)) : attached;
  return tagsFit && isDeepStrictEqual(left, wanted) && isDeepStrictEqual(rest, wantedRest);
}

/** After no call was a request let through that was denied both before and in the end. */
function noGap({ world, beginning, moments }: Case): void {
  const end = accountViews(world);
  moments.forEach(({ call, views }, index) => {
    for (const [id, view] of views) {
      const opened = openedIn(view, beginning.accounts.get(id), end.get(id), (place) => throughSince(world, beginning.places, place));
      if (opened === 0) continue;
      const name = namesAt(world);
      const calls = moments.slice(0, index + 1).map((moment) => `  ${name(asText(moment.call))}`);
      throw new Broken("no gap", `after ${call.operation}, ${beginning.accounts.has(id) ? "" : "new "}account ${name(id)} is let through\n  ${namesOf(opened).join("\n  ")}\nafter the calls\n${calls.join("\n")}`);
    }
  });
}

const asText = ({ operation, input: { Tags: _tags, Content, Description: _description, ...input } }: Call): string =>
  `${operation} ${Object.values(input).join(" ")}${typeof Content === "string" ? ` ${Content.replace('"Version":"2012-10-17",', "")}` : ""}`;

/** Puts the names of things in place of their ids. */
function namesAt(world: World): (text: string) => string {
  const names = new Map<string, string>();
  for (const { id, email } of knownAccountsTable(world).values()) names.set(id, /^aws\+(.*)@/.exec(email)?.[1] ?? email);
  for (const { id, name } of policiesTable(world).values()) names.set(id, name);
  names.set(organizationIn(world)?.rootId ?? "", "root");
  for (const id of keysOf(unitsTable(world))) names.set(id, unitPath(world, id));
  return (text) => text.replaceAll(/\b(\d{12}|r-\w+|(ou|p)-[\w-]+)/g, (id) => names.get(id) ?? id);
}

/** The requests that a moment lets through and neither the beginning nor the end does. */
export function openedIn(view: AccountView, before: AccountView | undefined, end: AccountView | undefined, placeBefore: (id: string) => Requests): Requests {
  if (view.state !== "ACTIVE" || end?.state !== "ACTIVE") return 0;
  if (before !== undefined) return view.through & ~(before.through | end.through);
  // AWS puts a new account in the root, and nothing can be attached to one before it is there: its place counts.
  const opened = view.parentId === end.parentId ? view.throughPath & ~end.throughPath : 0;
  return opened === 0 ? 0 : opened & ~placeBefore(view.parentId);
}
