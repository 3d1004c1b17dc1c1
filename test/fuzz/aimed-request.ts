import type { PolicyDocument, PolicyStatement, Request, RequestContext } from "../../src/policy/index.ts";
import type { Random } from "./random.ts";
import { randomPrincipal } from "./random-request.ts";

/** A request made of the words of a policy, so that what it says is often met, and often just missed. */
export function aimedRequest(random: Random, { Statement }: PolicyDocument): Request {
  const statements: readonly PolicyStatement[] = Array.isArray(Statement) ? Statement : [Statement as PolicyStatement];
  const { Action, NotAction, Resource, NotResource, Condition } = random.pick(statements);
  const action = filled(random, random.pick(listOf(Action ?? NotAction ?? "s3:GetObject")));
  const resource = filled(random, random.pick(listOf(Resource ?? NotResource ?? "*")));
  return {
    principal: randomPrincipal(random),
    action: action.includes(":") ? action : random.pick(["s3:GetObject", "kms:Decrypt", "ec2:RunInstances"]),
    ...(resource !== "" && { resource }),
    context: contextFor(random, Condition ?? {}),
    ...(random.chance(0.3) && { contextMode: { known: new Set<string>() } }),
  };
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

/** Something in the place of each wildcard and variable. */
const filled = (random: Random, text: string): string =>
  text.replaceAll(/\*|\?|\$\{[^}]*\}/g, (found) => (random.chance(0.1) ? found : random.pick(["x", "", "Get", "a/b", "222222222222"])));

function contextFor(random: Random, condition: NonNullable<PolicyStatement["Condition"]>): RequestContext {
  const context: Record<string, string | string[]> = {};
  for (const [operator, keys] of Object.entries(condition)) {
    for (const [key, values] of Object.entries(keys)) {
      if (random.chance(0.25)) continue;
      const value = (): string => (random.chance(0.3) ? "other" : filled(random, String(random.pick(listOf(values)))));
      context[key] = operator.includes(":") ? random.several(0, 3, value) : value();
    }
  }
  return context;
}
