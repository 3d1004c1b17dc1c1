import { OPEN, decideAccess } from "../decide.ts";
import { exampleResource } from "../example-resource.ts";
import { classesIn } from "../expectations/accounts.ts";
import { REACHES } from "../expectations/isolated.ts";
import { ANYONE, askersNamed, EXEMPT, isOneOf } from "../expectations/who.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import type { Asker } from "../space/index.ts";
import { NO_RESOURCES } from "./known-resources.ts";
import type { Grant } from "./model.ts";
import type { Around } from "./organization-grants.ts";
import { SHARING_SERVICES } from "./sharing-services.ts";

/**
 * How accounts are kept apart: every account to every other one, in numbers that add up to `pairs`. AWS lets nobody in from
 * another account whom no policy of a role or resource there lets in; so where all of these are known, or control
 * policies deny it whatever they say, it is proven that no principal of the one reaches a resource of the other.
 */
export interface Separation {
  readonly accounts: number;
  readonly pairs: number;
  /** A known grant works. */
  readonly crossed: number;
  /** A known grant may work, or the roles of the second account are not all known. */
  readonly uncertain: number;
  /** Proven: control policies deny it, whatever policies roles and resources have, to all but the roles that guardrails let through. */
  readonly closed: number;
  /** Proven: all policies of the second account's roles and resources are known, and none lets the first one in. */
  readonly ungranted: number;
  /** By roles nobody gets in; the policies of resources are not all known. */
  readonly byRolesOnly: number;
  /** Open accounts whose roles, or whose policies of resources, are not all known. */
  readonly rolesNotKnown: readonly AccessAccount[];
  readonly resourcesNotKnown: readonly AccessAccount[];
}

type Status = 0 | 1 | 2;
const [MAYBE, CROSSED] = [1, 2] as const;

export function separation(model: AccessModel, grants: readonly Grant[], around: Around): Separation {
  const { resources = NO_RESOURCES } = around;
  const open = [...model.accounts.values()].filter(({ state }) => state !== "closed");
  const ways = waysOf(open, grants);
  const rolesNotKnown = open.filter(({ address }) => !model.iamKnown.has(address));
  const resourcesNotKnown = open.filter(({ address }) => !SHARING_SERVICES.every((service) => resources.complete.get(address)?.has(service)));
  const [noRoles, noResources] = [new Set(rolesNotKnown), new Set(resourcesNotKnown)];
  const isClosed = closing(model, open, around);
  const counts = { crossed: 0, uncertain: 0, closed: 0, ungranted: 0, byRolesOnly: 0 };
  for (const [to, target] of open.entries()) {
    const row = ways.into.get(to);
    const otherwise = noRoles.has(target) ? "uncertain" : noResources.has(target) ? "byRolesOnly" : "ungranted";
    for (let from = 0; from < open.length; from++) {
      if (from === to) continue;
      const status = Math.max(row?.[from] ?? 0, ways.everywhere[from] ?? 0);
      counts[status === CROSSED ? "crossed" : status === MAYBE ? "uncertain" : isClosed(from, to) ? "closed" : otherwise] += 1;
    }
  }
  return { accounts: open.length, pairs: open.length * (open.length - 1), ...counts, rolesNotKnown, resourcesNotKnown };
}

interface Ways {
  /** By the number of the account that is entered: from which it is. */
  readonly into: ReadonlyMap<number, Uint8Array>;
  /** Who enters all accounts at once. */
  readonly everywhere: Uint8Array;
}

function waysOf(open: readonly AccessAccount[], grants: readonly Grant[]): Ways {
  const numbers = new Map(open.map((account, index) => [account, index]));
  const [into, everywhere] = [new Map<number, Uint8Array>(), new Uint8Array(open.length)];
  const raise = (row: Uint8Array, from: number, status: Status): void => {
    row[from] = Math.max(row[from] ?? 0, status);
  };
  for (const { sources, to, decided } of grants) {
    if (sources === "people" || sources === "outside") continue;
    const from = (sources === "organization" ? open : sources).flatMap((account) => numbers.get(account) ?? []);
    for (const { account, outcome } of decided) {
      const status = outcome === "allowed" ? CROSSED : outcome === "unknown" ? MAYBE : 0;
      const number = numbers.get(account);
      if (number === undefined) continue;
      const row = to === "organization" ? everywhere : (into.get(number) ?? new Uint8Array(open.length));
      if (to !== "organization") into.set(number, row);
      for (const one of from) raise(row, one, status);
    }
  }
  return { into, everywhere };
}

/** Where policies tell more accounts apart, nothing is proven by control policies alone: that would be asked too often. */
const MOST_CLASSES = 200;

/**
 * Whether control policies alone keep one account out of another, by their numbers, for an administrator there and
 * everybody whom they name, but for the roles that guardrails let through; asked once for accounts that no policy tells apart.
 */
function closing(model: AccessModel, open: readonly AccessAccount[], { catalog, organization }: Around): (from: number, to: number) => boolean {
  // The management account is a class of its own, and no SCP binds it.
  const classes = new Map([[model.managementAccount, 0], ...classesIn({ ...model, roles: [] }, { ous: ["root"] }).flatMap(({ accounts }, index) => accounts.map((account): [AccessAccount, number] => [account, index + 1]))]);
  const numbers = open.map((account) => classes.get(account) ?? 0);
  const size = Math.max(0, ...numbers) + 1;
  const isSpared = isOneOf([EXEMPT], organization ?? {}, model);
  if (size > MOST_CLASSES) return () => false;
  const answers: (boolean | undefined)[] = Array.from({ length: size * size });
  return (from, to) => {
    const [home, into] = [open[from], open[to]];
    const [homes, targets] = [numbers[from] ?? 0, numbers[to] ?? 0];
    if (homes === 0 || home === undefined || into === undefined) return false;
    return (answers[homes * size + targets] ??= isClosedTo(model, catalog, home, into, isSpared));
  };
}

function isClosedTo(model: AccessModel, catalog: Around["catalog"], home: AccessAccount, into: AccessAccount, isSpared: (asker: Asker) => boolean): boolean {
  const askers = askersNamed(model, home, ["administrator", ANYONE]).filter((asker) => asker.principal.account === home && !isSpared(asker));
  return REACHES.every((action) => {
    const [prefix = "", name = ""] = action.split(":");
    const facts = catalog.service(prefix)?.actions.get(name.toLowerCase());
    const resource = facts && exampleResource(model, facts, into);
    return askers.every(({ principal }) => decideAccess(model, { principal, action, ...(resource === undefined ? {} : { resource }), resourceAccount: into, resourcePolicy: OPEN }).outcome === "denied");
  });
}
