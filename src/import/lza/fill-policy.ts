import { type PlaceholderValue, type PlaceholderValues, whyUnknown } from "./placeholders.ts";
import type { Replacement, Replacements } from "./replacements.ts";

export interface UnfilledPlaceholder {
  readonly text: string;
  /** The name between the braces. */
  readonly name: string;
  /** Counts from 1. */
  readonly line: number;
  readonly why: string;
}

export interface FilledPolicy {
  readonly text: string;
  readonly used: ReadonlySet<PlaceholderValue>;
  readonly unfilled: readonly UnfilledPlaceholder[];
  /** Whether `{{ Key }}` was filled, which LZA itself leaves as it stands in policy documents. */
  readonly templates: boolean;
}

const PLACEHOLDER = /\$\{([^{}$]*)\}|\{\{\{?([^{}]*)\}?\}\}/g;
/** IAM's own variables, such as `${aws:PrincipalTag/team}`, and its three escapes: AWS reads these, LZA does not. */
const IAM_VARIABLE = /^(?:[a-z][\w-]*:[^:].*|[*?$])$/s;
const CUSTOM = "ACCEL_LOOKUP::CUSTOM:";
/** `<my-org-id>` or `[PRIVILEGED_ROLE]`: left for a person to fill in, and never part of a name at AWS. */
const BLANK = /<[A-Za-z][\w .:-]*>|\[[A-Z][A-Z\d_]{2,}\]/g;

/**
 * Fills a policy document in as LZA would. A placeholder whose value the configuration does not hold stays and is
 * listed: AWS would take it as plain text that matches nothing, and the policy would protect nobody without a word.
 */
export function fillPolicy(text: string, values: PlaceholderValues, replacements: Replacements): FilledPolicy {
  const used = new Set<PlaceholderValue>();
  const unfilled: UnfilledPlaceholder[] = [];
  let templates = false;
  const miss = (whole: string, name: string, offset: number, why: string): string => {
    unfilled.push({ text: whole, name, line: text.slice(0, offset).split("\n").length, why });
    return whole;
  };
  const filled = text.replace(PLACEHOLDER, (whole: string, variable: string | undefined, template: string | undefined, offset: number) => {
    if (variable !== undefined && IAM_VARIABLE.test(variable)) return whole;
    const custom = variable?.startsWith(CUSTOM) === true ? variable.slice(CUSTOM.length) : template?.trim();
    if (custom !== undefined) {
      const replacement = replacements.get(custom);
      const value = jsonOf(replacement);
      if (value === undefined) return miss(whole, custom, offset, whyNoReplacement(replacement));
      templates ||= template !== undefined;
      return value;
    }
    const name = variable ?? "";
    const known = values.get(name);
    if (known === undefined) return miss(whole, name, offset, whyUnknown(name));
    used.add(known);
    return known.value;
  });
  if (unfilled.length === 0) {
    for (const match of filled.matchAll(BLANK)) {
      unfilled.push({ text: match[0], name: match[0], line: filled.slice(0, match.index).split("\n").length, why: "it is a blank that was never filled in" });
    }
  }
  return { text: filled, used, unfilled, templates };
}

/** As LZA writes it: a text as it is, a list as a JSON list. */
function jsonOf(replacement: Replacement | undefined): string | undefined {
  if (replacement?.kind === "text") return replacement.text;
  return replacement?.kind === "list" ? JSON.stringify(replacement.items) : undefined;
}

const whyNoReplacement = (replacement: Replacement | undefined): string =>
  replacement?.kind === "parameter" ? `its value stands in the SSM parameter ${replacement.path}` : "replacements-config.yaml has no such key";
