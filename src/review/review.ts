import { CODES, type Diagnostic } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";
import type { Finding, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { subjectOf } from "./subject.ts";

/**
 * Everything the rules say about an organization whose shape is right, rule by rule. Each diagnostic has the `path` of
 * what it is about. The document of a policy must be in place where the file names another file.
 */
export function review(organization: Organization, rules: readonly Rule[] = RULES): Diagnostic[] {
  const subject = subjectOf(organization);
  return rules.flatMap((rule) => rule.check(subject).map((finding) => diagnosticOf(rule, finding)));
}

/** The fix is that of the code's page, unless the finding has a better one. */
function diagnosticOf({ code, severity }: Rule, finding: Finding): Diagnostic {
  const fix = finding.fix ?? CODES.get(code)?.fix;
  return { ...finding, code, severity, ...(fix === undefined ? {} : { fix }) };
}
