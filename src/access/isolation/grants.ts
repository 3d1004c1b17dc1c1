import type { Address } from "../../ids/index.ts";
import { decideAccess } from "../decide.ts";
import type { AccessAccount, AccessModel, KnownRole } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { NO_RESOURCES } from "./known-resources.ts";
import type { Grant, GrantDecision } from "./model.ts";
import { type Around, organizationGrants } from "./organization-grants.ts";
import { purposeOfRole } from "./purposes.ts";
import { resourceGrants } from "./resource-grants.ts";
import { type Trusted, trustedBy, trusting, trustOfRole } from "./trusted.ts";

/** Every way from one account into another that is known: trust policies first, then what Organizations and Identity Center let in. */
export function crossAccountGrants(model: AccessModel, around: Around): Grant[] {
  const roles = [...model.roles.filter(({ kind }) => kind === "role"), ...expectedRoles(model)];
  const { resources } = around.resources ?? NO_RESOURCES;
  return [...joined(roles.flatMap((role) => roleGrants(model, role, around))), ...resourceGrants(model, resources, around.catalog), ...organizationGrants(model, around)];
}

/** Of these, the roles and resources of one account that let others in. */
export function grantsInto(model: AccessModel, address: Address, around: Around): Grant[] {
  const roles = [...model.roles.filter(({ kind, accounts }) => kind === "role" && accounts.has(address)), ...expectedRoles(model)].map((role) => ({ ...role, accounts: new Set([address].filter((one) => role.accounts.has(one))) }));
  const resources = (around.resources ?? NO_RESOURCES).resources.filter(({ account }) => account === address);
  return [...roles.flatMap((role) => roleGrants(model, role, around)), ...resourceGrants(model, resources, around.catalog)];
}

/** landfall's role in accounts of which IAM was not read. */
function expectedRoles(model: AccessModel): KnownRole[] {
  const known = new Set(model.roles.flatMap(({ name, accounts }) => (name === "landfall-member" ? [...accounts] : [])));
  const accounts = [...model.accounts.values()].filter(({ address, management }) => !management && !model.iamKnown.has(address) && !known.has(address));
  if (accounts.length === 0) return [];
  const callers = ["landfall-plan", "landfall-apply"].map((name) => `arn:${model.partition}:iam::${model.managementAccount.id}:role/${name}`);
  return [{ kind: "role", name: "landfall-member", path: "/", accounts: new Set(accounts.map(({ address }) => address)), permissions: ADMINISTRATOR_PERMISSIONS, trust: trusting(...callers), from: EXPECTED }];
}

const EXPECTED = "landfall bootstrap";

function roleGrants(model: AccessModel, role: KnownRole, { organization }: Around): Grant[] {
  const { name, path, from, use } = role;
  const purpose = purposeOfRole(role, organization);
  const facts = { kind: "trust" as const, by: `role/${name}`, ...(purpose === undefined ? {} : { purpose }), ...(from === EXPECTED ? { note: "where landfall bootstrap made it" } : {}) };
  const places = [...role.accounts].flatMap((address) => model.accounts.get(address) ?? []).filter(({ state }) => state !== "closed");
  const trust = trustOfRole(model, role);
  if (trust === undefined) return [{ ...facts, from: "not known: nobody told its trust policy", sources: [], to: places, decided: [] }];
  const resourcePolicy = { name: `trust of ${name}`, document: trust };
  return trustedBy(model, trust).flatMap((trusted): Grant[] => {
    const to = places.filter((account) => account !== trusted.account);
    if (to.length === 0) return [];
    const decided = to.map((account) => decision(model, trusted, account, { resource: `arn:${model.partition}:iam::${account.id}:role${path}${name}`, resourcePolicy }));
    const uses = use === undefined ? {} : { uses: to.map((account) => ({ ...use, account })) };
    return [{ ...facts, from: trusted.from, sources: trusted.sources, to, ...uses, decided }];
  });
}

function decision(model: AccessModel, trusted: Trusted, account: AccessAccount, asked: Pick<Parameters<typeof decideAccess>[1], "resource" | "resourcePolicy">): GrantDecision {
  let best: GrantDecision = { account, outcome: "denied", missingKeys: [] };
  for (const principal of trusted.askers(account)) {
    const { outcome, missingKeys } = decideAccess(model, { ...asked, principal, action: "sts:AssumeRole" });
    if (outcome === "allowed") return { account, outcome, missingKeys };
    if (best.outcome === "denied") best = { account, outcome, missingKeys };
  }
  return best;
}

/** IAM tells each account's role by itself; the same role for the same callers is one grant. */
function joined(grants: readonly Grant[]): Grant[] {
  const found = new Map<string, Grant>();
  for (const grant of grants) {
    const key = `${grant.by} ${grant.from} ${grant.note ?? ""}`;
    const known = found.get(key);
    const uses = [...(known?.uses ?? []), ...(grant.uses ?? [])];
    found.set(key, known === undefined || grant.to === "organization" || known.to === "organization" ? grant : { ...known, to: [...known.to, ...grant.to], ...(uses.length === 0 ? {} : { uses }), decided: [...known.decided, ...grant.decided] });
  }
  return [...found.values()];
}
