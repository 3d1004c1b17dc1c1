import type { AccessAccount, AccessModel } from "../model.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import { containedBy, containing, isEnded } from "./containment.ts";
import { reachFrom } from "./hops.ts";
import { NO_RESOURCES } from "./known-resources.ts";
import type { BlastRadius, Containment, Hop, Reach, WholeReach } from "./model.ts";
import type { Around } from "./organization-grants.ts";
import { type Reacher, resourceReach } from "./resource-reach.ts";
import { waysIn } from "./ways-in.ts";

/**
 * What a compromised principal of an account reaches, and what stays once an SCP on the account denies it everything: one
 * role by its ARN; where the principal is `administrator` or `root`, who could act under any name, everybody there but
 * those whom guardrails let through, as `suspended-deny-all` does. An SCP binds who is in the account; what is in it stays
 * open to others until an RCP closes it too.
 */
export function blastRadius(model: AccessModel, word: string, account: AccessAccount, around: Around): BlastRadius {
  const principal = principalIn(model, word, account);
  const before = wholeReach(model, principal, account, around);
  return { principal, account, before, containment: containment(model, principal, { account, hops: before.hops, around }) };
}

function wholeReach(model: AccessModel, principal: AccessPrincipal, account: AccessAccount, around: Around): WholeReach {
  const reach: Reach = reachFrom(model, principal);
  const self: Reacher = { word: principal.word, account, principal, certain: true };
  return { ...reach, ...dataOf(model, [self, ...reach.hops], around, reach.isWhole) };
}

/** Nearest first; what is certain before what is not. */
function dataOf(model: AccessModel, reachers: readonly Reacher[], { resources = NO_RESOURCES, catalog }: Around, isWhole: boolean): Pick<WholeReach, "resources" | "isWhole"> {
  const told = resourceReach(model, reachers.toSorted((a, b) => Number(b.certain) - Number(a.certain)), resources.resources, catalog);
  return { resources: told.resources, isWhole: isWhole && told.isWhole };
}

interface Compromise {
  readonly account: AccessAccount;
  readonly hops: readonly Hop[];
  readonly around: Around;
}

function containment(model: AccessModel, principal: AccessPrincipal, { account, hops, around }: Compromise): Containment {
  if (account.management) return { possible: false, why: "management" };
  if (account.chain.scps === undefined) return { possible: false, why: "scps-off" };
  const exemptRoles = around.organization?.exemptRoles ?? [];
  const denies = principal.kind === "administrator" || principal.kind === "root" ? "account" : "principal";
  const statement = containing(model, principal, denies, exemptRoles);
  const contained = containedBy(model, account, statement);
  const there = contained.accounts.get(account.address) ?? account;
  const open = hops.filter((hop) => hop.account !== account || !isEnded(model, contained, hop));
  return {
    possible: true,
    denies,
    after: wholeReach(contained, { ...principal, account: there }, there, around),
    open,
    openResources: dataOf(contained, open.map((hop) => ({ ...hop, account: contained.accounts.get(hop.account.address) ?? hop.account })), around, true).resources,
    waysIn: waysIn(model, account, around, { statement, exemptRoles }),
    rcps: account.chain.rcps !== undefined,
  };
}
