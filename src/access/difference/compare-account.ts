import { type CompiledChain, decide, explain, type Explanation, type PolicyStatement, type Request, type RequestContext } from "../../policy/index.ts";
import { boundsOf } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { type MadeRequest, makeRequest } from "../request.ts";
import { type ActionGroup, type ActionIndex, askersIn, type ChainStatement, eachRequest, type Point, resourcePatterns, type Space, spaceOf, statementsOf, withinBudget } from "../space/index.ts";
import { causeOf } from "./cause.ts";
import type { AccessChange, Circumstance } from "./model.ts";

/** An account before and after, with the models that they are of. */
export interface Sides {
  readonly before: { readonly model: AccessModel; readonly account: AccessAccount };
  readonly after: { readonly model: AccessModel; readonly account: AccessAccount };
}

/** What changes for one account, which stands for all with the same policies before and after. */
export interface Comparison {
  readonly lost: readonly Finding[];
  readonly gained: readonly Finding[];
  readonly heldFixed: readonly string[];
  readonly requests: number;
}

/** A change in one space; those that differ only in who or what are told together later. */
export type Finding = Omit<AccessChange, "places" | "accounts" | "principals" | "actions" | "except"> & { readonly word: string; readonly actions: readonly string[] };

/** The statements of one side that the other has not: only requests that match one of these can be answered anew. */
export function changedStatements({ before, after }: Sides): ChainStatement[] {
  const [old, made] = [statementsOf(before.account.chain), statementsOf(after.account.chain)];
  const [known, wanted] = [new Set(old.map(({ same }) => same)), new Set(made.map(({ same }) => same))];
  return [...old.filter(({ same }) => !wanted.has(same)), ...made.filter(({ same }) => !known.has(same))];
}

/** What there is to be asked of accounts with the same policies before and the same after. */
export interface Questions {
  /** The statements that one side has and the other has not. */
  readonly about: readonly PolicyStatement[];
  readonly statements: readonly PolicyStatement[];
  /** The actions, each group with the statements that are about it. */
  readonly groups: readonly { readonly group: ActionGroup; readonly matching: readonly PolicyStatement[] }[];
  /** Only RCPs have a say on who comes from outside. */
  readonly from: "inside" | "everywhere";
}

export function questionsOf({ before, after }: Sides, changed: readonly ChainStatement[], index: ActionIndex): Questions {
  const statements = [...new Map([...statementsOf(before.account.chain), ...statementsOf(after.account.chain)].map((one) => [one.same, one.statement])).values()];
  const about = changed.map(({ statement }) => statement);
  const groups = index.groups(about, statements, resourcePatterns(statements)).map((group) => ({ group, matching: index.about(group, statements) }));
  return { about, statements, groups, from: changed.some(({ kind }) => kind === "rcp") ? "everywhere" : "inside" };
}

/** Asks every request that the changed statements can be about, before and after. */
export function compareAccount(sides: Sides, { about, statements, groups, from }: Questions): Comparison {
  const { model, account } = sides.after;
  const askers = askersIn(model, account, statements, from);
  const all = groups.flatMap(({ group, matching }) => askers.map((asker) => spaceOf(model, account, { asker, group, statements: matching })));
  const { spaces, heldFixed } = withinBudget(all, about);
  const found = spaces.map((space) => compareSpace(sides, space));
  return { lost: found.flatMap(({ lost }) => lost ?? []), gained: found.flatMap(({ gained }) => gained ?? []), heldFixed, requests: found.reduce((sum, { requests }) => sum + requests, 0) };
}

/** The requests of a space that are answered anew in one direction. */
interface Seen {
  readonly first: { readonly request: Request; readonly resource: number };
  readonly values: readonly Set<number>[];
  readonly resources: Set<number>;
}

function compareSpace(sides: Sides, space: Space): { readonly lost?: Finding; readonly gained?: Finding; readonly requests: number } {
  const pairs = space.resources.map(({ made }) => ({ before: answering(sides.before, space, made), after: answering(sides.after, space, made) }));
  const isMoved = sides.before.account.organizationPath !== sides.after.account.organizationPath;
  let [lost, gained, requests]: [Seen | undefined, Seen | undefined, number] = [undefined, undefined, 0];
  eachRequest(space, (request, point, resource) => {
    requests += 1;
    const pair = pairs[resource];
    if (pair === undefined) return;
    const was = isMoved ? { ...request, context: { ...request.context, ...pair.before.place } } : request;
    const [first, second] = [allows(pair.before.chain, was), allows(pair.after.chain, request)];
    if (first && !second) lost = noted(lost, space, { request, resource }, point);
    if (!first && second) gained = noted(gained, space, { request: was, resource }, point);
  });
  const told = (seen: Seen | undefined, side: "before" | "after"): Finding | undefined => {
    const chain = seen && pairs[seen.first.resource]?.[side].chain;
    return seen && chain && findingOf(sides[side], space, seen, explain(chain, seen.first.request));
  };
  const [less, more] = [told(lost, "after"), told(gained, "before")];
  return { requests, ...(less === undefined ? {} : { lost: less }), ...(more === undefined ? {} : { gained: more }) };
}

const allows = (chain: CompiledChain, request: Request): boolean => decide(chain, request).outcome === "allowed";

function noted(seen: Seen | undefined, { dimensions }: Space, first: Seen["first"], point: Point): Seen {
  const into = seen ?? { first, values: dimensions.map(() => new Set<number>()), resources: new Set<number>() };
  for (const [dimension, at] of point.entries()) into.values[dimension]?.add(at);
  into.resources.add(first.resource);
  return into;
}

/** What answers the requests of a space on one side, and what they say there of the account's place. */
function answering({ model }: Sides["before"], { asker }: Space, { request, resourceAccount }: MadeRequest): { readonly chain: CompiledChain; readonly place: RequestContext } {
  const { account: home, ...principal } = asker.principal;
  const [there, owner] = [home, resourceAccount].map((account) => account && model.accounts.get(account.address));
  const asked = {
    principal: { ...principal, ...(there === undefined ? {} : { account: there }) },
    action: request.action,
    ...(request.resource === undefined ? {} : { resource: request.resource }),
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    ...(asker.resourcePolicy === undefined ? {} : { resourcePolicy: asker.resourcePolicy }),
  };
  const made = makeRequest(model, asked);
  const place = Object.fromEntries(Object.entries(made.request.context).filter(([key]) => key.endsWith("OrgPaths")));
  return { chain: model.cache.chainOf(boundsOf(model, asked, made).most), place };
}

function findingOf({ model, account }: Sides["before"], { asker, group, resources, dimensions }: Space, seen: Seen, explanation: Explanation): Finding {
  const { request } = seen.first;
  const isAll = seen.resources.size === resources.length;
  const when = dimensions.flatMap(({ key, samples }, index): Circumstance[] => {
    const values = seen.values[index] ?? new Set<number>();
    return values.size === samples.length ? [] : [{ key, values: samples.filter((_, at) => values.has(at)).map(({ label }) => label) }];
  });
  const varied = new Set(dimensions.map(({ key }) => key));
  const context = Object.fromEntries(Object.entries(request.context).filter(([key, value]) => varied.has(key) && value !== undefined));
  return {
    word: asker.word,
    actions: group.actions,
    resources: isAll ? [] : resources.filter((_, index) => seen.resources.has(index)).map(({ label }) => label),
    when,
    because: causeOf(explanation, account, model),
    example: { principal: asker.word, account: account.address, action: request.action, ...(request.resource === undefined ? {} : { resource: request.resource }), context },
  };
}
