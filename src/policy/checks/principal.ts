import type { PolicyCheck } from "./check.ts";

/** Source: Organizations User Guide, "RCP syntax": the only principal is `"*"`. */
export const principalCheck: PolicyCheck = {
  name: "principal",
  *statement(statement, path, rules) {
    const principal = statement["Principal"];
    if (rules.principal !== "everyone" || principal === undefined || principal === "*") return;
    yield {
      code: "LF3024",
      severity: "error",
      message: `The Principal of an ${rules.title} can only be "*".`,
      path: [...path, "Principal"],
      fix: 'Write "Principal": "*" and name principals with condition keys such as aws:PrincipalArn.',
      suggestion: "*",
    };
  },
};
