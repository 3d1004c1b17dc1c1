import { type AccessDecision, decideAccess, OPEN } from "../decide.ts";
import type { AccessAccount, AccessModel, KnownRole } from "../model.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import type { NamedPolicy } from "../../policy/index.ts";
import type { Hop, HopWay, Reach } from "./model.ts";
import { accountsTrusted, trustOfRole } from "./trusted.ts";

/** Questions to the policies for one answer; a thousand accounts that trust few others need a small part of them. */
const MOST_ASKED = 50_000;

/**
 * The roles that somebody can become, directly or through another, nearest first. What is certain is followed before what
 * is not, so that no hop is told as uncertain that can be made for certain another way.
 */
export function reachFrom(model: AccessModel, start: AccessPrincipal): Reach {
  const roles = rolesByPlace(model);
  const found = new Map<string, Hop>();
  const origin = `${start.account?.address ?? ""} ${start.word}`;
  /** Undefined: who is compromised, where it begins. */
  const certain: (Hop | undefined)[] = [undefined];
  const uncertain: Hop[] = [];
  // What everybody may ask for is asked again only while somebody may still get it for certain.
  let forAll = roles.trusting.get("*") ?? [];
  let left = MOST_ASKED;
  while (certain.length + uncertain.length > 0) {
    const from = (certain.length > 0 ? certain : uncertain).shift();
    for (const target of [...own(roles, from?.principal ?? start), ...forAll]) {
      const before = found.get(target.key);
      if (target.key === origin || target.key === keyOf(from) || before?.certain === true || (before !== undefined && from?.certain === false)) continue;
      if (left === 0) return { hops: sorted(found), isWhole: false };
      left -= 1;
      const tried = enter(model, from?.principal ?? start, target);
      const hop = tried && hopTo(model, target, tried, from);
      if (hop === undefined || (before !== undefined && !hop.certain)) continue;
      found.set(target.key, hop);
      (hop.certain ? certain : uncertain).push(hop);
    }
    forAll = forAll.filter(({ key }) => !found.has(key) || (certain.length > 0 && found.get(key)?.certain === false));
  }
  return { hops: sorted(found), isWhole: true };
}

const sorted = (found: ReadonlyMap<string, Hop>): Hop[] => [...found.values()].toSorted((a, b) => a.depth - b.depth);

interface Target {
  readonly key: string;
  readonly role: KnownRole;
  readonly account: AccessAccount;
  /** Undefined where nobody knows whom it trusts. */
  readonly trust: NamedPolicy | undefined;
}

interface RolesByPlace {
  /** By the account they are in. */
  readonly inside: ReadonlyMap<string, readonly Target[]>;
  /** By the id of an account that they trust; `*` for those that trust all or nobody knows whom. */
  readonly trusting: ReadonlyMap<string, readonly Target[]>;
}

const keyOf = (hop: Hop | undefined): string | undefined => hop && `${hop.account.address} ${hop.word}`;

/** The roles of all accounts, the best known of two with one name, so that each principal is asked only about those that name it. */
function rolesByPlace(model: AccessModel): RolesByPlace {
  const targets = new Map<string, Target>();
  const trustedBy = new Map<NamedPolicy, readonly string[]>();
  for (const role of model.roles.filter(({ kind }) => kind === "role")) {
    const document = trustOfRole(model, role);
    const trust = document === undefined ? undefined : { name: `trust of ${role.name}`, document };
    if (trust !== undefined) trustedBy.set(trust, accountsTrusted(trust.document));
    for (const address of role.accounts) {
      const account = model.accounts.get(address);
      if (account !== undefined && account.state !== "closed") targets.set(`${address} role/${role.name}`, { key: `${address} role/${role.name}`, role, account, trust });
    }
  }
  const [inside, trusting] = [new Map<string, Target[]>(), new Map<string, Target[]>()];
  for (const target of targets.values()) {
    add(inside, target.account.address, target);
    for (const id of target.trust === undefined ? ["*"] : (trustedBy.get(target.trust) ?? [])) add(trusting, id, target);
  }
  return { inside, trusting };
}

function add(map: Map<string, Target[]>, key: string, target: Target): void {
  const known = map.get(key) ?? [];
  known.push(target);
  map.set(key, known);
}

/** The roles of a principal's own account, and those of others that name the account. */
function own({ inside, trusting }: RolesByPlace, { account }: AccessPrincipal): Target[] {
  return account === undefined ? [] : [...(inside.get(account.address) ?? []), ...(trusting.get(account.id) ?? []).filter((target) => target.account !== account)];
}

interface Tried {
  readonly way: HopWay;
  readonly decision: AccessDecision;
}

/** How somebody becomes a role; undefined where he cannot. */
function enter(model: AccessModel, principal: AccessPrincipal, { role, account, trust }: Target): Tried | undefined {
  const resource = `arn:${model.partition}:iam::${account.id}:role${role.path}${role.name}`;
  const assume = (resourcePolicy: NamedPolicy | undefined): AccessDecision => decideAccess(model, { principal, action: "sts:AssumeRole", resource, ...(resourcePolicy === undefined ? {} : { resourcePolicy }) });
  const assumed: Tried = { way: "assumes", decision: assume(trust) };
  if (assumed.decision.outcome === "allowed") return assumed;
  // The trust of AWS's own roles cannot be changed.
  const rewritten = account === principal.account && !/^\/aws-(?:service-role|reserved)\//.test(role.path) ? decideAccess(model, { principal, action: "iam:UpdateAssumeRolePolicy", resource }) : undefined;
  if (rewritten !== undefined && rewritten.outcome !== "denied") {
    const then = assume(OPEN);
    const weaker = rewritten.outcome === "allowed" ? then : rewritten;
    if (then.outcome !== "denied" && (weaker.outcome === "allowed" || assumed.decision.outcome === "denied")) return { way: "rewrites-trust", decision: weaker };
  }
  return assumed.decision.outcome === "denied" ? undefined : assumed;
}

function hopTo(model: AccessModel, { role, account }: Target, { way, decision }: Tried, from: Hop | undefined): Hop {
  const word = `role/${role.name}`;
  const isAllowed = decision.outcome === "allowed";
  return {
    account,
    word,
    principal: principalIn(model, word, account),
    way,
    ...(from === undefined ? {} : { from }),
    depth: (from?.depth ?? 0) + 1,
    certain: isAllowed && from?.certain !== false,
    hangsOn: isAllowed ? [] : decision.missingKeys.length > 0 ? decision.missingKeys : decision.unknownPolicies.map((kind) => (kind === "resource" ? "whom the role trusts" : "the caller's policies")),
  };
}
