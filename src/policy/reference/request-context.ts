import type { Request } from "../request/request.ts";

/** The values of one key: an empty list when the request does not have it, `unknown` when nobody knows. */
export type KeyValues = readonly string[] | "unknown";

/**
 * Looks a condition key up in the request context.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition": "Condition key names are not case-sensitive."
 */
export function valuesOfKey(request: Request, key: string): KeyValues {
  const name = key.toLowerCase();
  let found: readonly string[] | undefined;
  for (const [given, value] of Object.entries(request.context)) {
    if (given.toLowerCase() === name && value !== undefined) found = typeof value === "string" ? [value] : value;
  }
  if (found !== undefined) return found;
  return mayBeThere(request, name) ? "unknown" : [];
}

/** Whether a key that is not given may be in the request all the same. */
function mayBeThere({ contextMode = "exact" }: Request, name: string): boolean {
  if (contextMode === "exact") return false;
  return "unknown" in contextMode ? isListed(contextMode.unknown, name) : !isListed(contextMode.known, name);
}

/** `aws:principaltag/*` in a list stands for every key with that part before its first slash. */
function isListed(list: ReadonlySet<string>, name: string): boolean {
  const slash = name.indexOf("/");
  return list.has(name) || (slash >= 0 && list.has(`${name.slice(0, slash)}/*`));
}
