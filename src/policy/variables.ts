/** `${…}` in a policy text; from Version 2012-10-17 on it may be a policy variable. */
export const VARIABLE = /\$\{[^{}]*\}/g;

export const hasVariable = (text: string): boolean => text.includes("${");

/**
 * Whether `${…}` has the form of a policy variable: a condition key, with a default or without, or one of the
 * escapes `${*}`, `${?}` and `${$}`. A key has one colon before its first slash: `${AWS::AccountId}` is CloudFormation's.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function isPolicyVariable(text: string): boolean {
  const inside = text.slice(2, -1);
  return ["*", "?", "$"].includes(inside) || /^[A-Za-z][\w.-]*(?:\/[\w./-]*)?:[^:\s,'][^\s,']*(?:\s*,\s*'[^']*')?$/.test(inside);
}
