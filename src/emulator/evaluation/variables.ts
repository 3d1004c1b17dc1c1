/** Looks up the values of a condition key: none when the request lacks it, undefined when the emulator cannot tell. */
export type ValuesOf = (key: string) => readonly string[] | undefined;

/** A text of a policy after its variables are replaced; `missing` when the request lacks a key that has no default. */
export type Substituted = { readonly text: string } | { readonly missing: string } | { readonly unknown: string };

const VARIABLE = /\$\{([^}]*)\}/g;

/**
 * Replaces `${key}` and `${key, 'default'}`. A value that would act as a pattern is not told apart from one here.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function substitute(text: string, valuesOf: ValuesOf): Substituted {
  let missing: string | undefined;
  let unknown: string | undefined;
  const replaced = text.replace(VARIABLE, (whole, inner: string) => {
    const [, key = inner, fallback] = /^\s*([^,\s]+)\s*(?:,\s*'(.*)'\s*)?$/.exec(inner) ?? [];
    const values = ["*", "?", "$"].includes(key) ? undefined : valuesOf(key);
    const value = values?.length === 1 ? values[0] : fallback;
    if (values === undefined || /[*?]/.test(value ?? "")) unknown ??= whole;
    else if (value === undefined) missing ??= key;
    return value ?? "";
  });
  if (unknown !== undefined) return { unknown };
  return missing === undefined ? { text: replaced } : { missing };
}
