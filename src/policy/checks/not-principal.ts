import type { PolicyCheck } from "./check.ts";

/** Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal": for Deny only, and not advised there. */
export const notPrincipalCheck: PolicyCheck = {
  name: "not-principal",
  *statement(statement, path, rules) {
    if (!("NotPrincipal" in statement) || !rules.elements.includes("NotPrincipal")) return;
    const at = [...path, "NotPrincipal"];
    const fix = 'Write "Principal": "*" and a condition on aws:PrincipalArn.';
    if (statement["Effect"] === "Allow") {
      yield { code: "LF3048", severity: "error", message: "NotPrincipal with Allow lets in everyone who is not named, anonymous callers included; AWS does not support it.", path: at, about: "key", fix };
    } else {
      yield { code: "LF3048", severity: "warning", message: "NotPrincipal with Deny also denies those with a permissions boundary, and a role unless its account is named too.", path: at, about: "key", fix };
    }
  },
};
