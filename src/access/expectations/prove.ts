import { expand } from "../../inventory/index.ts";
import { accountsOf, type Expectation, type Organization } from "../../organization/index.ts";
import type { Catalog } from "../../policy/index.ts";
import { knownRoles } from "../known-roles.ts";
import { accessModel } from "../make-model.ts";
import type { AccessModel } from "../model.ts";
import { indexesAbout, type IndexOf } from "../space/index.ts";
import { withFirstAccounts } from "../visitors.ts";
import { classesOf } from "./accounts.ts";
import { proveCan } from "./can.ts";
import { proveCannot } from "./cannot.ts";
import { isGroup, withoutGroups } from "./groups.ts";
import { proveIsolated, REACHES } from "./isolated.ts";
import { joined } from "./joined.ts";
import { proveKept } from "./kept.ts";
import { mistakesIn } from "./mistakes.ts";
import type { ExpectationResult, Proof } from "./model.ts";
import { ANYONE, askersNamed, isOneOf } from "./who.ts";

export interface Proven {
  /** In the order of the file. */
  readonly results: readonly ExpectationResult[];
  /** What they were proven of; it has an account more in OUs that an expectation names and that have none. */
  readonly model: AccessModel;
}

/** Proves every expectation of an organization against the policies that it declares. */
export function proveExpectations(organization: Organization, catalog: Catalog): Proven {
  const meant = new Set(Object.values(organization.expectations ?? {}).flatMap(({ ous = [], isolated = [] }) => [...ous, ...isolated]));
  const visited = withFirstAccounts(organization, meant);
  const model = accessModel(expand(visited), { homeRegion: organization.homeRegion, roles: knownRoles(visited) });
  const expectations = Object.entries(organization.expectations ?? {});
  const indexOf = indexesAbout(catalog, expectations.flatMap(([, { can = [], cannot = [], isolated }]) => [...can, ...cannot, ...(isolated === undefined ? [] : REACHES)]));
  const results = expectations.map(([name, expectation]): ExpectationResult => {
    const mistakes = mistakesIn(name, expectation, { organization, model, catalog });
    if (mistakes.length > 0) return { name, expectation, outcome: "mistaken", mistakes, counterexamples: [], requests: 0, heldFixed: [] };
    return resultOf(name, expectation, prove({ organization: visited, model, indexOf }, expectation));
  });
  return { results, model };
}

interface Ground {
  readonly organization: Organization;
  readonly model: AccessModel;
  readonly indexOf: IndexOf;
}

function prove(ground: Ground, expectation: Expectation): Proof {
  const { organization, model, indexOf } = ground;
  const { who = [ANYONE], only, can, cannot, isolated, guardrails } = expectation;
  if (guardrails !== undefined) return proveKept(model, organization, expectation);
  if (who.some(isGroup)) return joined(withoutGroups(expectation, organization).map((one) => prove(ground, one)));
  if (isolated !== undefined) return proveIsolated(model, indexOf, expectation, new Set(accountsOf(organization).map(({ key }) => key)));
  const isExcepted = only === undefined ? () => false : isOneOf(only, organization, model);
  const proofs = classesOf(model, expectation).map((home) => {
    const askers = askersNamed(model, home.account, who).filter((asker) => !isExcepted(asker));
    return can !== undefined && only === undefined ? proveCan(model, indexOf, { expectation, actions: can, askers, home }) : proveCannot(model, indexOf, { expectation, actions: cannot ?? can ?? [], askers, home });
  });
  return joined(proofs);
}

function resultOf(name: string, expectation: Expectation, { counterexamples, requests, heldFixed, askers }: Proof): ExpectationResult {
  const base = { name, expectation, mistakes: [], counterexamples: counterexamples.toSorted((a, b) => Number(a.isUnknown) - Number(b.isUnknown)), requests, heldFixed };
  // A group that is assigned nothing in some places can do nothing there, as it should.
  if (askers === 0 && expectation.cannot !== undefined && expectation.who?.every(isGroup) === true) return { ...base, outcome: "holds" };
  // What nobody was asked for holds whatever the policies say.
  if (askers === 0 || requests === 0) return { ...base, outcome: "mistaken", mistakes: [{ code: "LF3302", path: ["expectations", name], summary: `The expectation "${name}" is about nobody: no account in its places has such a principal, or no such resource is there to be asked for.` }] };
  if (counterexamples.some(({ isUnknown }) => !isUnknown)) return { ...base, outcome: "fails" };
  return { ...base, outcome: counterexamples.length > 0 || heldFixed.length > 0 ? "unknown" : "holds" };
}
