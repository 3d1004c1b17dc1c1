import type { RequestContext } from "../../policy/index.ts";

/** Puts the values of a request in the place of policy variables; one that the request does not have becomes a text of nobody. */
export function filler(context: RequestContext): (text: string) => string {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), typeof value === "string" ? value : value?.[0]]));
  return (text) => (text.includes("${") ? text.replaceAll(/\$\{([^{},]+)(?:,[^{}]*)?\}/g, (_, key: string) => (key.length === 1 ? key : (values.get(key.trim().toLowerCase()) ?? "any"))) : text);
}
