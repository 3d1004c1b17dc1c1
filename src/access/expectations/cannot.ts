import type { Expectation } from "../../organization/index.ts";
import { type CompiledChain, decide, type NamedPolicy, type Outcome, type PolicyStatement, type Request } from "../../policy/index.ts";
import { boundsOf, isDenied } from "../decide.ts";
import type { AccessAccount, AccessModel, Permissions } from "../model.ts";
import { hasUnknown } from "../permissions.ts";
import type { AccessRequest } from "../request.ts";
import { type ActionGroup, type ActionIndex, type Asker, firstRequest, type IndexOf, resourcePatterns, type Space, sizeOf, spaceOf, statementsOf, withinBudget } from "../space/index.ts";
import type { AccountClass } from "./accounts.ts";
import { counterexampleOf } from "./counterexample.ts";
import { isDeniedOutright } from "./denied-outright.ts";
import type { Counterexample, Proof } from "./model.ts";
import { resourcesOf, restricted } from "./restrict.ts";

export interface Prohibition {
  readonly expectation: Expectation;
  readonly actions: readonly string[];
  readonly askers: readonly Asker[];
  /** Who asks, and the account that owns what is asked for, where it is another one. */
  readonly home: AccountClass;
  readonly into?: AccessAccount;
}

/** Whether nobody of some can do any of some things: every request that the policies may tell apart is asked. */
export function proveCannot(model: AccessModel, indexOf: IndexOf, prohibition: Prohibition): Proof {
  const { home, into, askers, expectation, actions } = prohibition;
  const owner = into ?? home.account;
  const on = resourcesOf(expectation, owner);
  const asked: PolicyStatement = { Effect: "Deny", Action: [...actions], Resource: on.length === 0 ? "*" : on };
  const known = new Map<string, Map<Permissions, Told>>();
  // Askers with the same permissions in accounts with the same policies are under the same statements.
  const toldFor = ({ principal: { account, permissions } }: Asker): Told => {
    const chain = account === undefined ? "outside" : String(account.chain.index);
    const side = known.get(chain) ?? new Map<Permissions, Told>();
    known.set(chain, side);
    const told = side.get(permissions) ?? groupsOf(indexOf(actions), asked, [...statementsFor(account, permissions, owner), asked]);
    side.set(permissions, told);
    return told;
  };
  const isOutright = (asker: Asker): boolean => on.length === 0 && isDeniedOutright(model, asker, actions, expectation.when);
  const proofs = askers.map((asker) => isOutright(asker) ? OUTRIGHT : proveAsker(model, indexOf(actions), { ...prohibition, asker, owner, on, asked, ...toldFor(asker) }));
  return {
    counterexamples: proofs.flatMap(({ counterexample }) => counterexample ?? []),
    requests: proofs.reduce((sum, { requests }) => sum + requests, 0),
    heldFixed: [...new Set(proofs.flatMap(({ heldFixed }) => heldFixed))],
    askers: askers.length,
  };
}

interface AskerProof {
  readonly counterexample?: Counterexample;
  readonly requests: number;
  readonly heldFixed: readonly string[];
}

/** One request stands for all that a statement denies whatever they are. */
const OUTRIGHT: AskerProof = { requests: 1, heldFixed: [] };

/** The groups of the forbidden actions, each with the statements that may be about it. */
interface Told {
  readonly groups: readonly { readonly group: ActionGroup; readonly about: readonly PolicyStatement[] }[];
}

function groupsOf(index: ActionIndex, asked: PolicyStatement, all: readonly PolicyStatement[]): Told {
  const statements = index.near(asked, all);
  return { groups: index.groups([asked], statements, resourcePatterns(statements)).map((group) => ({ group, about: index.about(group, statements) })) };
}

type AskerQuestion = Prohibition & Told & { readonly asker: Asker; readonly owner: AccessAccount; readonly on: readonly string[]; readonly asked: PolicyStatement };

function proveAsker(model: AccessModel, index: ActionIndex, { expectation, asker, home, into, owner, on, asked, groups }: AskerQuestion): AskerProof {
  const all = groups
    .map(({ group, about }) => restricted(spaceOf(model, owner, { asker, group, statements: about }), index, { on, when: expectation.when }))
    .filter(({ resources }) => resources.length > 0);
  const { spaces, heldFixed } = withinBudget(all, [asked]);
  let possible: Counterexample | undefined;
  for (const space of spaces) {
    const found = counterexampleIn(model, space, { home, into, owner, when: expectation.when ?? {} });
    if (found !== undefined && !found.isUnknown) return { counterexample: found, requests: sizeOf(space), heldFixed };
    possible ??= found;
  }
  return { ...(possible === undefined ? {} : { counterexample: possible }), requests: spaces.reduce((sum, space) => sum + sizeOf(space), 0), heldFixed };
}

/** SCPs of where the principal is, RCPs of where the resource is, and what the principal has of its own. */
function statementsFor(account: AccessAccount | undefined, permissions: Permissions, owner: AccessAccount): PolicyStatement[] {
  const scps = account === undefined ? [] : statementsOf(account.chain).filter(({ kind }) => kind === "scp");
  const rcps = statementsOf(owner.chain).filter(({ kind }) => kind === "rcp");
  return [...[...scps, ...rcps].map(({ statement }) => statement), ...ownStatements(permissions)];
}

const ownStatements = ({ identity, boundary, session }: Permissions): PolicyStatement[] =>
  [identity, boundary, session].flatMap((part) => part?.policies ?? []).flatMap(({ document }: NamedPolicy) => document.Statement);

interface Setting {
  readonly home: AccountClass;
  readonly into: AccessAccount | undefined;
  readonly owner: AccessAccount;
  /** The keys that the expectation gives. */
  readonly when: NonNullable<Expectation["when"]>;
}

function counterexampleIn(model: AccessModel, space: Space, { home, into, owner, when }: Setting): Counterexample | undefined {
  const chains = space.resources.map(({ made }) => {
    const asked = requestOf(space, made.request.resource, owner);
    const { least, most } = boundsOf(model, asked, made);
    // A policy that is not known may deny what the others allow.
    return { certain: model.cache.chainOf(hasUnknown(asked.principal.permissions) ? { ...least, bound: "worst" } : least), most: model.cache.chainOf(most) };
  });
  const allowed = (pick: (pair: (typeof chains)[number]) => CompiledChain) => {
    const outcome = (request: Request, at: number): Outcome => (chains[at] === undefined ? "implicitDeny" : decide(pick(chains[at]), request).outcome);
    return firstRequest(space, { found: (request, at) => outcome(request, at) === "allowed", hopeless: (request, at) => isDenied(outcome(request, at)) });
  };
  const possible = allowed(({ most }) => most);
  if (possible === undefined) return undefined;
  const certain = allowed((pair) => pair.certain);
  const { request } = certain ?? possible;
  const varied = new Set(space.dimensions.map(({ key }) => key));
  const chosen = Object.fromEntries(Object.entries(request.context).filter(([key]) => varied.has(key) || when[key] !== undefined));
  return counterexampleOf(model, { expected: "denied", isUnknown: certain === undefined, asker: space.asker, home, into, asked: requestOf(space, request.resource, owner), context: chosen });
}

function requestOf({ asker, group }: Space, resource: string | undefined, owner: AccessAccount): AccessRequest {
  return { principal: asker.principal, action: group.asked, ...(resource === undefined ? {} : { resource }), resourceAccount: owner, ...(asker.resourcePolicy === undefined ? {} : { resourcePolicy: asker.resourcePolicy }) };
}
