/** A pattern of a policy, in which `*` and `?` are wildcards, as an expression for whole texts. Give `i` where case does not count. */
export const wildcardExpression = (pattern: string, flags?: "i"): RegExp =>
  new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".")}$`, flags);
