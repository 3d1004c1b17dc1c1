import { CODES, type Diagnostic } from "../diagnostics/index.ts";
import { type Growth, GROWTHS, type Organization } from "../organization/index.ts";
import type { Finding, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { waived } from "./waivers.ts";

/**
 * Everything the rules say about an organization whose shape is right, rule by rule. Each diagnostic has the `path` of
 * what it is about. The document of a policy must be in place where the file names another file. Without a day
 * (YYYY-MM-DD, UTC), no waiver is too old.
 */
export function review(organization: Organization, rules: readonly Rule[] = RULES, today?: string): Diagnostic[] {
  const subject = subjectOf(organization, today);
  const { growth, waivers = [] } = organization;
  return waived(rules.flatMap((rule) => findingsOf(rule, subject, growth)), waivers, today);
}

/** What one rule says, with what the next size brings told as a step. */
export function findingsOf(rule: Rule, subject: Subject, growth: Growth = "full"): Diagnostic[] {
  return rule.check(subject).flatMap(({ from = rule.from ?? "accounts", ...finding }) => {
    const diagnostic = diagnosticOf(rule, finding);
    const sizesAhead = GROWTHS.indexOf(from) - GROWTHS.indexOf(growth);
    return sizesAhead <= 0 ? [diagnostic] : sizesAhead === 1 ? [nextStep(diagnostic)] : [];
  });
}

/** The fix is that of the code's page, unless the finding has a better one. */
function diagnosticOf({ code, severity }: Rule, finding: Finding): Diagnostic {
  const fix = finding.fix ?? CODES.get(code)?.fix;
  return { ...finding, code, severity, ...(fix === undefined ? {} : { fix }) };
}

/** What the next size brings is no fault of an organization that has not grown that far; what comes after waits. */
const nextStep = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: "info", summary: `A next step: ${diagnostic.summary}` });
