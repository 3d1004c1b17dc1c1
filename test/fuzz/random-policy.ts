import type { ConditionBlock, EndpointPolicies, NamedPolicy, PolicyChain, PolicyDocument, PolicyLevel, PolicyStatement, PolicyUse, PrincipalElement } from "../../src/policy/index.ts";
import type { Random } from "./random.ts";
import { anyCase, misspelled } from "./random-request.ts";
import { ACCOUNTS, ACTION_PATTERNS, KEY_NAMES, kindOfKey, OPERATORS, PATTERNS, RESOURCE_PATTERNS, RESOURCES, VALUE_KINDS, VALUES } from "./words.ts";

const FULL_ACCESS: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };

/**
 * Half of the chains let everything through but for one or two kinds of policies: otherwise little would come so far
 * that those decide.
 */
export function randomChain(random: Random): PolicyChain {
  const deciding = random.chance(0.5) ? undefined : random.several(1, 2, () => random.pick(["scp", "rcp", "identity", "boundary", "session", "resource", "endpoint"] as const));
  const isOpen = (use: PolicyUse): boolean => deciding !== undefined && !deciding.includes(use);
  const policies = (use: PolicyUse, least: number, most: number): NamedPolicy[] =>
    isOpen(use) ? [{ name: "open", document: openTo(use) }] : random.several(least, most, () => ({ name: use, document: randomDocument(random, use) }));
  const levels = (use: PolicyUse): PolicyLevel[] => random.several(1, 3, () => (isOpen(use) ? { name: "node", policies: policies(use, 1, 1) } : randomLevel(random, use)));
  const endpoint = (): EndpointPolicies => ({ ...(random.chance(0.5) && { type: random.pick(["interface", "gateway"] as const) }), policies: policies("endpoint", 1, 2) });
  const is = (use: PolicyUse, probability: number): boolean => deciding?.includes(use) === true || random.chance(probability);
  return {
    ...(random.chance(0.3) && { managementAccountId: random.pick(ACCOUNTS) }),
    ...(is("scp", 0.5) && { scps: levels("scp") }),
    ...(is("rcp", 0.4) && { rcps: levels("rcp") }),
    identity: policies("identity", 0, 2),
    ...(is("boundary", 0.25) && { boundary: policies("boundary", 1, 2) }),
    ...(is("session", 0.3) && { session: policies("session", 1, 2) }),
    ...(is("resource", 0.65) && { resource: { name: "resource", document: isOpen("resource") ? openTo("resource") : randomDocument(random, "resource") } }),
    ...(is("endpoint", 0.15) && { endpoint: endpoint() }),
  };
}

/** A resource is open to the accounts only, so that the principal's own policies still count. */
function openTo(use: PolicyUse): PolicyDocument {
  if (use === "endpoint") return { Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } };
  return use === "resource" ? { Statement: { Effect: "Allow", Principal: { AWS: [...ACCOUNTS], Service: "*", Federated: "*" }, Action: "*", Resource: "*" } } : FULL_ACCESS;
}

/** Most levels let most requests through, or little would come to the end. */
function randomLevel(random: Random, use: PolicyUse): PolicyLevel {
  const full = random.chance(0.7) ? [{ name: "full", document: FULL_ACCESS }] : [];
  return { name: "node", policies: [...full, ...random.several(0, 2, () => ({ name: use, document: randomDocument(random, use) }))] };
}

function randomDocument(random: Random, use: PolicyUse): PolicyDocument {
  if (use !== "resource" && use !== "endpoint" && random.chance(0.15)) return FULL_ACCESS;
  const statements = random.several(random.chance(0.02) ? 0 : 1, 3, () => randomStatement(random, use));
  const Statement = statements.length === 1 && statements[0] !== undefined && random.chance(0.5) ? statements[0] : statements;
  const Version = random.pick(["2012-10-17", "2012-10-17", "2012-10-17", "2012-10-17", "2008-10-17", "none"] as const);
  return Version === "none" ? { Statement } : { Version, Statement };
}

function randomStatement(random: Random, use: PolicyUse): PolicyStatement {
  const Effect = random.chance(use === "rcp" ? 0.2 : 0.68) ? "Allow" : "Deny";
  return {
    ...(random.chance(0.2) && { Sid: random.pick(["A", "B"]) }),
    Effect,
    ...principalElement(random, use, Effect),
    ...(random.chance(0.98) && { [random.chance(0.92) ? "Action" : "NotAction"]: randomAction(random) }),
    ...(random.chance(0.96) && { [random.chance(0.92) ? "Resource" : "NotResource"]: randomResources(random) }),
    ...(random.chance(0.6) && { Condition: randomConditions(random) }),
  };
}

const oneOrMany = <T>(random: Random, make: () => T): T | T[] => (random.chance(0.6) ? make() : random.several(1, 3, make));

const randomAction = (random: Random): string | string[] => (random.chance(0.4) ? "*" : oneOrMany(random, () => misspelled(random, random.pick(ACTION_PATTERNS))));

const randomResources = (random: Random): string | string[] => (random.chance(0.4) ? "*" : oneOrMany(random, () => randomResource(random)));

/** A pattern of the list, or a resource some of whose characters became wildcards or variables. */
function randomResource(random: Random): string {
  if (random.chance(0.6)) return misspelled(random, random.pick(RESOURCE_PATTERNS));
  // By whole characters: half of one cannot be in a policy.
  const pattern = Array.from(random.pick(RESOURCES));
  for (let times = random.below(3); times > 0; times--) {
    pattern.splice(random.below(pattern.length + 1), random.below(5), ...Array.from(random.pick(["*", "*", "?", "${aws:A}", "${aws:B, 'k'}", ":", "**"])));
  }
  return pattern.join("");
}

function principalElement(random: Random, use: PolicyUse, effect: "Allow" | "Deny"): Pick<PolicyStatement, "Principal" | "NotPrincipal"> {
  if (use === "rcp") return random.chance(0.95) ? { Principal: "*" } : {};
  if (use !== "resource" && use !== "endpoint") return random.chance(0.02) ? { Principal: "*" } : {};
  if (random.chance(0.03)) return {};
  const element = randomPrincipals(random);
  return random.chance(effect === "Deny" ? 0.3 : 0.08) ? { NotPrincipal: element } : { Principal: element };
}

function randomPrincipals(random: Random): PrincipalElement {
  if (random.chance(0.2)) return "*";
  if (random.chance(0.1)) return { AWS: random.pick(WHOLE_CALLERS) };
  const many = (values: readonly string[]): string | string[] => (random.chance(0.5) ? random.pick(values) : random.several(0, 4, () => random.pick(values)));
  return {
    ...(random.chance(0.9) && { AWS: many(AWS_PRINCIPALS) }),
    ...(random.chance(0.15) && { Service: many(["logs.amazonaws.com", "logs.eu-west-1.amazonaws.com", "ec2.amazonaws.com", "*"]) }),
    ...(random.chance(0.15) && { Federated: many(["accounts.google.com", "arn:aws:iam::222222222222:oidc-provider/o", "arn:aws:iam::222222222222:saml-provider/s", "*"]) }),
    ...(random.chance(0.08) && { CanonicalUser: many(["c1", "c2"]) }),
  };
}

const ACCOUNT = "222222222222";
const AWS_PRINCIPALS = [
  "*", ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:user/ann`, `arn:aws:iam::${ACCOUNT}:user/ann`, `arn:aws:iam::${ACCOUNT}:user/Ann`,
  `arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/dev`, `arn:aws:iam::${ACCOUNT}:role/dev`, `arn:aws:iam::${ACCOUNT}:role/team/dev`, `arn:aws:sts::${ACCOUNT}:assumed-role/dev/s`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/dev/s`, `arn:aws:sts::${ACCOUNT}:federated-user/f`, "AROAEXAMPLE", "111111111111", "arn:aws:iam::333333333333:root", "arn:aws:iam::333333333333:user/ann",
  "arn:aws:iam::333333333333:role/dev", "arn:aws:iam::*:root",
];

/** All that a caller is, for NotPrincipal, and all but one. */
const WHOLE_CALLERS = [
  [`arn:aws:sts::${ACCOUNT}:assumed-role/dev/s`, `arn:aws:iam::${ACCOUNT}:role/dev`, ACCOUNT],
  [`arn:aws:iam::${ACCOUNT}:role/dev`, `arn:aws:iam::${ACCOUNT}:root`],
  [`arn:aws:sts::${ACCOUNT}:federated-user/f`, `arn:aws:iam::${ACCOUNT}:user/ann`, `arn:aws:iam::${ACCOUNT}:root`],
  [`arn:aws:sts::${ACCOUNT}:federated-user/f`, `arn:aws:iam::${ACCOUNT}:root`],
  [`arn:aws:iam::${ACCOUNT}:user/ann`, ACCOUNT],
];

function randomConditions(random: Random): ConditionBlock {
  const block: Record<string, Record<string, string | string[] | boolean | number>> = random.chance(0.02) ? { StringLike: {} } : {};
  for (let times = 1 + random.below(2); times > 0; times--) {
    const key = random.pick(KEY_NAMES);
    const kind = random.chance(0.93) ? kindOfKey(key) : random.pick(VALUE_KINDS);
    const isNull = random.chance(0.08);
    const operator = randomOperator(random, isNull ? ["Null"] : OPERATORS[kind]);
    const value = (): string => (isNull ? random.pick(["true", "false", "True", "x"]) : misspelled(random, random.pick(random.chance(0.6) ? VALUES[kind] : PATTERNS[kind])));
    const scalar = random.chance(0.03) ? random.pick([true, false, 5]) : oneOrMany(random, value);
    block[operator] = { ...block[operator], [anyCase(random, key)]: random.chance(0.01) ? [] : scalar };
  }
  return block;
}

function randomOperator(random: Random, operators: readonly string[]): string {
  const qualifier = random.chance(0.65) ? "" : random.pick(["ForAllValues:", "ForAnyValue:"]);
  return anyCase(random, `${qualifier}${random.pick(operators)}${random.chance(0.2) ? "IfExists" : ""}`);
}
