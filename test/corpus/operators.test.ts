import { describe, expect, it } from "vitest";
import { compileChain, decide, type PolicyChain, type Request, type RequestContext } from "../../src/policy/index.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";

/** An operator with a value of a policy, two values of a request that it holds for, and one that it does not. */
type Row = readonly [operator: string, policyValue: string, good: string, alsoGood: string, bad: string];

const ARN = "arn:aws:iam::111122223333:role/";

/** IAM User Guide, "IAM JSON policy elements: Condition operators": every one but Null. */
const OPERATORS: readonly Row[] = [
  ["StringEquals", "a", "a", "a", "A"],
  ["StringNotEquals", "a", "b", "A", "a"],
  ["StringEqualsIgnoreCase", "a", "a", "A", "b"],
  ["StringNotEqualsIgnoreCase", "a", "b", "c", "A"],
  ["StringLike", "a*", "a", "ab", "ba"],
  ["StringNotLike", "a*", "b", "Ab", "ab"],
  ["NumericEquals", "5", "5", "5.0", "6"],
  ["NumericNotEquals", "5", "6", "-5", "5.0"],
  ["NumericLessThan", "5", "4", "-6", "5"],
  ["NumericLessThanEquals", "5", "5", "4.9", "5.1"],
  ["NumericGreaterThan", "5", "6", "5.1", "5"],
  ["NumericGreaterThanEquals", "5", "5", "6", "4"],
  ["DateEquals", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z", "1769817600", "2026-02-01T00:00:00Z"],
  ["DateNotEquals", "2026-01-31T00:00:00Z", "2026-01-30T00:00:00Z", "2026-02-01T00:00:00Z", "1769817600"],
  ["DateLessThan", "2026-01-31T00:00:00Z", "2026-01-30T23:59:59Z", "2025-01-31T00:00:00Z", "2026-01-31T00:00:00Z"],
  ["DateLessThanEquals", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z", "2026-01-30T00:00:00Z", "2026-01-31T00:00:01Z"],
  ["DateGreaterThan", "2026-01-31T00:00:00Z", "2026-01-31T00:00:01Z", "2027-01-31T00:00:00Z", "2026-01-31T00:00:00Z"],
  ["DateGreaterThanEquals", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z", "2026-01-30T00:00:00Z"],
  ["Bool", "true", "true", "True", "false"],
  ["BinaryEquals", "QUI=", "QUI=", "QUI", "QUJD"],
  ["IpAddress", "192.0.2.0/24", "192.0.2.1", "192.0.2.255", "192.0.3.1"],
  ["NotIpAddress", "192.0.2.0/24", "192.0.3.1", "2001:db8::1", "192.0.2.1"],
  ["ArnEquals", `${ARN}dev*`, `${ARN}dev`, `${ARN}developer`, `${ARN}ops`],
  ["ArnNotEquals", `${ARN}dev*`, `${ARN}ops`, "arn:aws:iam::111122223333:user/dev", `${ARN}dev`],
  ["ArnLike", `${ARN}dev*`, `${ARN}dev`, `${ARN}developer`, `${ARN}ops`],
  ["ArnNotLike", `${ARN}dev*`, `${ARN}ops`, "arn:aws:iam::111122223333:user/dev", `${ARN}dev`],
];

const KEY = "aws:PrincipalTag/key";

/** Whether a condition holds, by both evaluators. */
function holds(operator: string, policyValue: string, given: string | readonly string[] | undefined): readonly string[] {
  const Condition = { [operator]: { [KEY]: policyValue } };
  const chain: PolicyChain = { identity: [{ name: "one", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition } } }] };
  const context: RequestContext = given === undefined ? {} : { [KEY]: given };
  const request: Request = { principal: { type: "user", arn: "arn:aws:iam::111122223333:user/ann", accountId: "111122223333" }, action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context };
  return [decide(compileChain(chain), request).outcome, explainByReference(chain, request).decision.outcome].map((outcome) => (outcome === "allowed" ? "holds" : "does not"));
}

const both = (yes: boolean): string[] => (yes ? ["holds", "holds"] : ["does not", "does not"]);

describe("each condition operator, by both evaluators", () => {
  it("is in the table", () => {
    expect(new Set(OPERATORS.map(([operator]) => operator)).size).toBe(26);
  });

  it.each(OPERATORS)("%s compares one value, with IfExists or without", (operator, policyValue, good, alsoGood, bad) => {
    for (const name of [operator, `${operator}IfExists`]) {
      for (const value of [good, alsoGood, [good]]) expect(holds(name, policyValue, value), `${name} ${String(value)}`).toEqual(both(true));
      for (const value of [bad, [bad]]) expect(holds(name, policyValue, value), `${name} ${String(value)}`).toEqual(both(false));
    }
  });

  it.each(OPERATORS)("%s does not hold for an absent key unless it is negated, and with IfExists it does", (operator, policyValue) => {
    for (const absent of [undefined, []]) {
      expect(holds(operator, policyValue, absent)).toEqual(both(operator.includes("Not")));
      expect(holds(`${operator}IfExists`, policyValue, absent)).toEqual(both(true));
    }
  });

  it.each(OPERATORS)("ForAllValues:%s asks it of every value, and holds where there is none", (operator, policyValue, good, alsoGood, bad) => {
    for (const name of [`ForAllValues:${operator}`, `ForAllValues:${operator}IfExists`]) {
      for (const values of [[good], good, [good, alsoGood], [], undefined]) expect(holds(name, policyValue, values), `${name} ${String(values)}`).toEqual(both(true));
      for (const values of [[bad], [good, bad], [bad, good]]) expect(holds(name, policyValue, values), `${name} ${String(values)}`).toEqual(both(false));
    }
  });

  it.each(OPERATORS)("ForAnyValue:%s asks it of any value, and does not hold where there is none, unless with IfExists", (operator, policyValue, good, alsoGood, bad) => {
    for (const name of [`ForAnyValue:${operator}`, `ForAnyValue:${operator}IfExists`]) {
      for (const values of [[good], good, [bad, alsoGood], [good, bad]]) expect(holds(name, policyValue, values), `${name} ${String(values)}`).toEqual(both(true));
      for (const values of [[bad], bad, [bad, bad]]) expect(holds(name, policyValue, values), `${name} ${String(values)}`).toEqual(both(false));
      for (const values of [[], undefined]) expect(holds(name, policyValue, values)).toEqual(both(name.endsWith("IfExists")));
    }
  });

  it("Null asks whether the key is there", () => {
    for (const given of ["a", "", ["a", "b"]]) expect([holds("Null", "false", given), holds("Null", "true", given)]).toEqual([both(true), both(false)]);
    for (const given of [undefined, []]) expect([holds("Null", "false", given), holds("Null", "true", given)]).toEqual([both(false), both(true)]);
  });
});
