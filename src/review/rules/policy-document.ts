import { policyAddress } from "../../ids/index.ts";
import { validatePolicy } from "../../policy/index.ts";
import type { Finding, Rule } from "../rule.ts";

/** Each problem keeps the code that the policy language gives it. */
export const policyDocument: Rule = {
  code: "LF2014",
  name: "policy-document",
  severity: "error",
  source: "Organizations User Guide, SCP syntax and RCP syntax",
  check: ({ policies }) =>
    [...policies].flatMap(([key, { type, name, document }]): Finding[] => {
      const address = policyAddress(type, name ?? key);
      if (document === undefined) return [{ address, path: ["policies", key], summary: `The policy "${key}" has no document.` }];
      return validatePolicy(document, type).map(({ code, severity, message, path, fix, suggestion }) => ({
        code,
        severity,
        address,
        path: ["policies", key, "document", ...path],
        summary: `Policy "${key}": ${message}`,
        ...(fix === undefined ? {} : { fix }),
        ...(suggestion === undefined ? {} : { suggestion }),
      }));
    }),
};
