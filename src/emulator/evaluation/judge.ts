import type { PolicyDocument, PolicyStatement } from "../../policy/index.ts";
import type { NamedPolicy, Question } from "./chain.ts";
import { allOf, conditionsMet, MET, type Outcome, outcome, unknown, UNMET } from "./conditions.ts";
import { type Closeness, namedBy } from "./principals.ts";
import { substitute, type ValuesOf } from "./variables.ts";
import { matchesAction, matchesArn } from "./wildcard.ts";

/** What policies of one layer say to a question. */
export interface Judgement {
  readonly says: "deny" | "allow" | "nothing";
  /** How closely the closest Allow of a resource policy names the asker. */
  readonly closeness?: Closeness;
  /** What could not be evaluated and may have decided: it never allows, and always denies. */
  readonly unevaluated?: string;
}

export function judge(policies: readonly NamedPolicy[], question: Question, valuesOf: ValuesOf): Judgement {
  let allowed: Closeness | undefined;
  let unevaluated: string | undefined;
  for (const { name, document } of policies) {
    if (document === undefined) unevaluated ??= `the policy ${name}`;
    for (const statement of document === undefined ? [] : [document.Statement].flat()) {
      const { met, closeness } = matched(document as PolicyDocument, statement, question, valuesOf);
      if (met.is === "unmet") continue;
      if (statement.Effect === "Deny") return { says: "deny", unevaluated: met.is === "unknown" ? met.what : undefined };
      if (met.is === "unknown") unevaluated ??= met.what;
      else allowed = closest(allowed, closeness);
    }
  }
  return allowed === undefined ? { says: "nothing", unevaluated } : { says: "allow", closeness: allowed };
}

const ORDER: readonly Closeness[] = ["session", "entity", "account"];
const closest = (a: Closeness | undefined, b: Closeness): Closeness => (a !== undefined && ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);

function matched(document: PolicyDocument, statement: PolicyStatement, question: Question, valuesOf: ValuesOf): { met: Outcome; closeness: Closeness } {
  const hasVariables = document.Version === "2012-10-17";
  const closeness = statement.Principal === undefined ? "session" : namedBy(statement.Principal, question.asker);
  if (closeness === undefined) return { met: UNMET, closeness: "account" };
  const parts = [actionMet(statement, question.action), resourceMet(statement, question.resource, hasVariables ? valuesOf : undefined)];
  const soFar = allOf(parts);
  return { met: soFar.is === "unmet" ? soFar : allOf([soFar, conditionsMet(statement.Condition, valuesOf, hasVariables)]), closeness };
}

function actionMet({ Action, NotAction }: PolicyStatement, action: string): Outcome {
  const isNamed = [Action ?? NotAction ?? []].flat().some((pattern) => matchesAction(pattern, action));
  return outcome(Action === undefined ? NotAction !== undefined && !isNamed : isNamed);
}

/**
 * A question whose resource is not known fits every resource that an Allow names: whether it is the right one is left
 * to the operation. A Deny of named resources may or may not be meant.
 */
function resourceMet(statement: PolicyStatement, resource: string | undefined, variables: ValuesOf | undefined): Outcome {
  const { Resource, NotResource, Effect } = statement;
  const patterns = Resource ?? NotResource;
  if (patterns === undefined) return MET;
  const texts = [patterns].flat();
  if (resource === undefined) {
    if (Resource !== undefined && texts.includes("*")) return MET;
    return Effect === "Allow" ? MET : unknown("a Deny of named resources");
  }
  const matches: Outcome[] = texts.map((text) => {
    const replaced = variables === undefined ? { text } : substitute(text, variables);
    if ("unknown" in replaced) return unknown(`the policy variable ${replaced.unknown}`);
    return outcome("text" in replaced && matchesArn(replaced.text, resource));
  });
  const any = matches.find(({ is }) => is === "met") ?? matches.find(({ is }) => is === "unknown") ?? UNMET;
  if (Resource !== undefined || any.is === "unknown") return any;
  return outcome(any.is === "unmet");
}
