import type { PolicyStatement } from "../policy/index.ts";

/** Whether a statement denies an action on some resource, whatever its conditions: a pattern with `*` and `?` may name it. */
export function mayDeny({ Effect, Action, NotAction }: PolicyStatement, action: string): boolean {
  if (Effect !== "Deny") return false;
  const names = (patterns: string | readonly string[]): boolean => [patterns].flat().some((pattern) => patternOf(pattern).test(action));
  return Action === undefined ? NotAction !== undefined && !names(NotAction) : names(Action);
}

function patternOf(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "i");
}
