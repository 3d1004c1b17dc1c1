import type { Rule } from "../rule.ts";

export const policyAttachedOnce: Rule = {
  code: "LF2010",
  name: "policy-attached-once",
  severity: "error",
  source: "Organizations API Reference, AttachPolicy, DuplicatePolicyAttachmentException",
  check: ({ targets }) =>
    targets.flatMap(({ address, path, name, declared }) => {
      const seen = new Set<string>();
      return (declared.policies ?? []).flatMap((key, index) => {
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return [{ address, path: [...path, "policies", index], summary: `The policy "${key}" is attached twice to ${name}.` }];
      });
    }),
};
