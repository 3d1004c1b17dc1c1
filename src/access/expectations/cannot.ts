import type { Expectation } from "../../organization/index.ts";
import { type CompiledChain, decide, type NamedPolicy, type Outcome, type PolicyStatement, type Request } from "../../policy/index.ts";
import { ask } from "../ask.ts";
import { boundsOf, isDenied } from "../decide.ts";
import type { AccessAccount, AccessModel, Permissions } from "../model.ts";
import { hasUnknown } from "../permissions.ts";
import type { AccessRequest } from "../request.ts";
import { type ActionIndex, type Asker, firstRequest, resourcePatterns, type Space, sizeOf, spaceOf, statementsOf, withinBudget } from "../space/index.ts";
import type { AccountClass } from "./accounts.ts";
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
export function proveCannot(model: AccessModel, index: ActionIndex, prohibition: Prohibition): Proof {
  const { home, into, askers } = prohibition;
  const proofs = askers.map((asker) => proveAsker(model, index, { ...prohibition, asker, owner: into ?? home.account }));
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

function proveAsker(model: AccessModel, index: ActionIndex, { expectation, actions, asker, home, into, owner }: Prohibition & { readonly asker: Asker; readonly owner: AccessAccount }): AskerProof {
  const on = resourcesOf(expectation, owner);
  const asked: PolicyStatement = { Effect: "Deny", Action: [...actions], Resource: on.length === 0 ? "*" : on };
  const statements = [...statementsFor(asker, home.account, owner), asked];
  const groups = index.groups([asked], statements, resourcePatterns(statements));
  const all = groups
    .map((group) => restricted(spaceOf(model, owner, { asker, group, statements: index.about(group, statements) }), index, { on, when: expectation.when }))
    .filter(({ resources }) => resources.length > 0);
  const { spaces, heldFixed } = withinBudget(all, [asked]);
  let possible: Counterexample | undefined;
  for (const space of spaces) {
    const found = counterexampleIn(model, space, { home, into, owner });
    if (found !== undefined && !found.isUnknown) return { counterexample: found, requests: sizeOf(space), heldFixed };
    possible ??= found;
  }
  return { ...(possible === undefined ? {} : { counterexample: possible }), requests: spaces.reduce((sum, space) => sum + sizeOf(space), 0), heldFixed };
}

/** SCPs of where the principal is, RCPs of where the resource is, and what the principal has of its own. */
function statementsFor({ principal: { account, permissions } }: Asker, home: AccessAccount, owner: AccessAccount): PolicyStatement[] {
  const scps = account === undefined ? [] : statementsOf(home.chain).filter(({ kind }) => kind === "scp");
  const rcps = statementsOf(owner.chain).filter(({ kind }) => kind === "rcp");
  return [...[...scps, ...rcps].map(({ statement }) => statement), ...ownStatements(permissions)];
}

const ownStatements = ({ identity, boundary, session }: Permissions): PolicyStatement[] =>
  [identity, boundary, session].flatMap((part) => part?.policies ?? []).flatMap(({ document }: NamedPolicy) => document.Statement);

interface Setting {
  readonly home: AccountClass;
  readonly into: AccessAccount | undefined;
  readonly owner: AccessAccount;
}

function counterexampleIn(model: AccessModel, space: Space, { home, into, owner }: Setting): Counterexample | undefined {
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
  const context = Object.fromEntries(Object.entries(request.context).flatMap(([key, value]) => (value === undefined || !varied.has(key) ? [] : [[key, value]])));
  return {
    expected: "denied",
    isUnknown: certain === undefined,
    principal: space.asker.word,
    account: home.account,
    ...(into === undefined ? {} : { into }),
    accounts: home.accounts,
    action: request.action,
    ...(request.resource === undefined ? {} : { resource: request.resource }),
    context,
    answer: ask(model, { ...requestOf(space, request.resource, owner), context: request.context }),
  };
}

function requestOf({ asker, group }: Space, resource: string | undefined, owner: AccessAccount): AccessRequest {
  return { principal: asker.principal, action: group.asked, ...(resource === undefined ? {} : { resource }), resourceAccount: owner, ...(asker.resourcePolicy === undefined ? {} : { resourcePolicy: asker.resourcePolicy }) };
}
