import { type PolicyStatement, wildcardExpression } from "../policy/index.ts";

/** Whether a statement denies an action on some resource, whatever its conditions: a pattern with `*` and `?` may name it. */
export function mayDeny({ Effect, Action, NotAction }: PolicyStatement, action: string): boolean {
  if (Effect !== "Deny") return false;
  const names = (patterns: string | readonly string[]): boolean => [patterns].flat().some((pattern) => wildcardExpression(pattern, "i").test(action));
  return Action === undefined ? NotAction !== undefined && !names(NotAction) : names(Action);
}
