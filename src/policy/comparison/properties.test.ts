import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePolicies, isEmptyDifference } from "./compare.ts";
import type { PolicyDocument, PolicyStatement } from "../document.ts";
import { effectOfDifference } from "./effect-of-difference.ts";
import { minifyPolicy } from "../text/minify.ts";
import { equalPolicies, normalizePolicy } from "./normalize.ts";
import { parsePolicyText } from "../text/parse.ts";
import { printPolicy } from "../text/print.ts";
import { listOf } from "../shape.ts";

/** For property tests: policies over so few values that two of them often have much in common. */

const oneOrMany = (values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));

const ACTIONS = ["*", "s3:*", "s3:Get*", "s3:GetObject", "S3:getobject", "s3:?etObject", "ec2:Run*", "ec2:RunInstances"];
const RESOURCES = [
  "*", "arn:aws:s3:::*", "arn:aws:s3:::a*", "arn:aws:s3:::a", "arn:aws:s3:::?", "arn:aws:iam::*:role/x", "arn:aws:s3:::${aws:A}", "arn:aws:s3",
];
const TEXTS = ["x", "xy", "x*", "?", "${aws:B}", "*"];
const ARNS = ["arn:aws:iam::*:role/x", "arn:aws:iam::1:role/*", "arn:aws:iam::1:role/x", "*"];
const TEXT_OPERATORS = [
  "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringLikeIfExists", "StringNotEqualsIfExists",
  "ForAnyValue:StringLike", "ForAnyValue:StringNotEquals", "ForAllValues:StringLike", "ForAllValues:StringNotLike",
];

const keys = (values: fc.Arbitrary<string | string[]>) =>
  fc.dictionary(fc.constantFrom("aws:A", "aws:B", "aws:b"), values, { maxKeys: 2, noNullPrototype: true });

const condition = fc.record(
  {
    ...Object.fromEntries(TEXT_OPERATORS.map((operator) => [operator, keys(oneOrMany(TEXTS))])),
    ArnLike: keys(oneOrMany(ARNS)),
    ArnNotLike: keys(oneOrMany(ARNS)),
    Null: keys(oneOrMany(["true", "false"])),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Most statements have few conditions. */
const fewConditions = fc.tuple(condition, fc.nat({ max: 2 })).map(([block, most]) => Object.fromEntries(Object.entries(block).slice(0, most)));

const randomStatement: fc.Arbitrary<PolicyStatement> = fc
  .record({
    sid: fc.option(fc.constantFrom("A", "B", "C"), { nil: undefined }),
    Effect: fc.constantFrom("Allow" as const, "Deny" as const),
    action: fc.tuple(fc.constantFrom("Action", "Action", "NotAction"), oneOrMany(ACTIONS)),
    resource: fc.tuple(fc.constantFrom("Resource", "Resource", "NotResource"), oneOrMany(RESOURCES)),
    condition: fc.option(fewConditions, { nil: undefined }),
  })
  .map(({ sid, Effect, action, resource, condition: Condition }) => ({
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect,
    [action[0]]: action[1],
    [resource[0]]: resource[1],
    ...(Condition === undefined ? {} : { Condition }),
  }));

const randomPolicy: fc.Arbitrary<PolicyDocument> = fc
  .record({
    Version: fc.constantFrom("2012-10-17" as const, "2012-10-17" as const, "2008-10-17" as const, undefined),
    Statement: fc.oneof(randomStatement, fc.array(randomStatement, { maxLength: 3 })),
  })
  .map(({ Version, Statement }) => (Version === undefined ? { Statement } : { Version, Statement }));

interface Edit {
  readonly index: number;
  readonly kind: number;
  readonly other: PolicyStatement;
  readonly slot: number;
  readonly values: readonly number[];
}

const edit: fc.Arbitrary<Edit> = fc.record({
  index: fc.nat({ max: 2 }),
  kind: fc.nat({ max: 9 }),
  other: randomStatement,
  slot: fc.nat({ max: 20 }),
  values: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 2 }),
});

/** A policy and one that was edited from it: statements added, removed or given a Condition, and mostly single values. */
const randomEdit: fc.Arbitrary<readonly [PolicyDocument, PolicyDocument]> = fc
  .tuple(fc.array(randomStatement, { minLength: 1, maxLength: 2 }), fc.array(edit, { minLength: 1, maxLength: 2 }))
  .map(([before, edits]) => {
    const after = [...before];
    for (const { index, kind, other, slot, values } of edits) {
      const old = after[index % after.length];
      if (kind === 0 || old === undefined) after.push(other);
      else if (kind === 1) after.splice(index % after.length, 1);
      else if (kind === 2) after[index % after.length] = { ...old, Condition: other.Condition };
      else after[index % after.length] = values.reduce((statement, value) => toggled(statement, slot, value), old);
    }
    return [{ Version: "2012-10-17", Statement: before }, { Version: "2012-10-17", Statement: after.map(withoutUndefined) }] as const;
  });

const withoutUndefined = (statement: PolicyStatement): PolicyStatement => JSON.parse(JSON.stringify(statement)) as PolicyStatement;

/** Adds a value to one of a statement's lists, or removes it where it already stands. */
function toggled(statement: PolicyStatement, slot: number, value: number): PolicyStatement {
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keyed]) => Object.keys(keyed).map((key) => ({ operator, key })));
  const { operator, key } = conditions[slot % (conditions.length + 2)] ?? {};
  if (operator !== undefined && key !== undefined) {
    const keyed = statement.Condition?.[operator] ?? {};
    const pool = operator.startsWith("Arn") ? ARNS : operator === "Null" ? ["true", "false"] : TEXTS;
    const values = toggle(listOf(keyed[key] ?? []).map(String), pool, value);
    return { ...statement, Condition: { ...statement.Condition, [operator]: { ...keyed, [key]: values } } };
  }
  const elements = (["Action", "NotAction", "Resource", "NotResource"] as const).filter((name) => statement[name] !== undefined);
  const element = elements[slot % elements.length] ?? "Action";
  return { ...statement, [element]: toggle(listOf(statement[element] ?? []), element.endsWith("Action") ? ACTIONS : RESOURCES, value) };
}

function toggle(list: readonly string[], pool: readonly string[], index: number): string[] {
  const value = pool[index % pool.length] ?? "";
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}

describe("any policy", () => {
  const check = (property: (policy: PolicyDocument) => void) => fc.assert(fc.property(randomPolicy, property), { numRuns: 300 });

  it("normalizes to a form that normalizes to itself", () => {
    check((policy) => {
      const once = JSON.stringify(normalizePolicy(policy));
      expect(JSON.stringify(normalizePolicy(JSON.parse(once) as PolicyDocument))).toBe(once);
    });
  });

  it("is the same policy after minifying and after printing", () => {
    check((policy) => {
      for (const text of [minifyPolicy(policy), printPolicy(policy)]) {
        const { document, problems } = parsePolicyText(text);
        expect(problems).toEqual([]);
        expect(document !== undefined && equalPolicies(document, policy)).toBe(true);
      }
    });
  });

  it("gets no longer by minifying, and no shorter by doing it again", () => {
    check((policy) => {
      const text = minifyPolicy(policy);
      expect(text.length).toBeLessThanOrEqual(JSON.stringify(policy).length);
      expect(minifyPolicy(JSON.parse(text) as PolicyDocument)).toBe(text);
    });
  });

  it("does not differ from itself, in any order", () => {
    check((policy) => {
      const reversed = { ...policy, Statement: [...listOf(policy.Statement)].reverse() };
      expect(isEmptyDifference(comparePolicies(policy, reversed))).toBe(true);
    });
  });
});

describe("any change of a policy", () => {
  it("has a difference exactly when the two are not equal", () => {
    fc.assert(
      fc.property(randomEdit, ([before, after]) => {
        expect(isEmptyDifference(comparePolicies(before, after))).toBe(equalPolicies(before, after));
      }),
    );
  });

  it("has the opposite effect in the opposite direction", () => {
    const opposite = { narrows: "widens", widens: "narrows", mixed: "mixed", none: "none" };
    fc.assert(
      fc.property(randomEdit, ([before, after]) => {
        const there = effectOfDifference(comparePolicies(before, after));
        expect(effectOfDifference(comparePolicies(after, before))).toBe(opposite[there]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("lets through what its effect says, asked of every request of a small world", () => {
    const seen = { narrows: 0, widens: 0, mixed: 0, none: 0 };
    fc.assert(
      fc.property(randomEdit, ([before, after]) => {
        const effect = effectOfDifference(comparePolicies(before, after));
        seen[effect]++;
        if (effect !== "mixed") expect(counterexample(before, after, effect)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    // Without proofs the property would say nothing.
    expect(seen.narrows).toBeGreaterThan(25);
    expect(seen.widens).toBeGreaterThan(25);
  });
});

interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

const VALUES = [undefined, [], ["x"], ["xy"], ["x", "z"], ["arn:aws:iam::1:role/x"]];

const REQUESTS: readonly Request[] = ["s3:getobject", "s3:putobject", "ec2:runinstances"].flatMap((action) =>
  ["*", "arn:aws:s3:::a", "arn:aws:s3:::x", "arn:aws:iam::1:role/x"].flatMap((resource) =>
    VALUES.flatMap((a) => VALUES.map((b) => ({ action, resource, context: { ...(a && { "aws:a": a }), ...(b && { "aws:b": b }) } }))),
  ),
);

function counterexample(before: PolicyDocument, after: PolicyDocument, effect: "narrows" | "widens" | "none"): Request | undefined {
  return REQUESTS.find((request) =>
    (["value", "element"] as const).some((missing) => {
      const was = letsThrough(before, request, missing);
      const is = letsThrough(after, request, missing);
      return (is && !was && effect !== "widens") || (was && !is && effect !== "narrows");
    }),
  );
}

/** Where a variable has no value, AWS's text can be read in two ways: its own value fails to match, or the whole element. */
type Missing = "value" | "element";

/** The plainest evaluator, only for the values above. */
function letsThrough(policy: PolicyDocument, request: Request, missing: Missing): boolean {
  const matching = listOf(policy.Statement).filter((statement) => matches(statement, request, missing));
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(({ Effect }) => Effect === "Deny");
}

function matches(statement: PolicyStatement, { action, resource, context }: Request, missing: Missing): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const acts = (values: string | readonly string[]) => listOf(values).some((value) => glob(value.toLowerCase(), action));
  if (Action === undefined ? acts(NotAction ?? []) : !acts(Action)) return false;
  const named = listOf(Resource ?? NotResource ?? []).map((value) => fill(value, context));
  if (missing === "element" && named.includes(undefined)) return false;
  const hits = named.some((value) => value !== undefined && (value === "*" || (value.split(":").length === 6 && glob(value, resource))));
  if (Resource === undefined ? hits : !hits) return false;
  return Object.entries(Condition ?? {}).every(([operator, keyed]) =>
    Object.entries(keyed).every(([key, values]) => holds(operator, context[key.toLowerCase()], listOf(values).map(String), context, missing)),
  );
}

function holds(operator: string, given: readonly string[] | undefined, values: readonly string[], context: Request["context"], missing: Missing): boolean {
  const negated = operator.includes("Not");
  if (operator === "Null") return values.includes(String(given === undefined));
  if (operator.startsWith("ForAllValues") && (given === undefined || given.length === 0)) return true;
  if (given === undefined) return operator.startsWith("ForAnyValue") ? false : negated || operator.endsWith("IfExists");
  const filled = values.map((value) => fill(value, context));
  if (missing === "element" && filled.includes(undefined)) return negated;
  const arn = operator.startsWith("Arn");
  const hit = (text: string) =>
    filled.some((value) => value !== undefined && (operator.includes("Like") ? glob(value, text) : value === text)) !== negated && (!arn || filled.every((value) => value?.startsWith("arn:")));
  return operator.startsWith("ForAllValues") ? given.every(hit) : given.some(hit);
}

function fill(value: string, context: Request["context"]): string | undefined {
  const [variable] = value.match(/\$\{[^}]*\}/) ?? [];
  if (variable === undefined) return value;
  const given = context[variable.slice(2, -1).toLowerCase()];
  return given?.length === 1 ? value.replace(variable, given[0] ?? "") : undefined;
}

const patterns = new Map<string, RegExp>();

function glob(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  const known = patterns.get(pattern) ?? new RegExp(`^${source}$`);
  patterns.set(pattern, known);
  return known.test(text);
}
