import type { Rule } from "../rule.ts";

export const guardrailUsed: Rule = {
  code: "LF2203",
  name: "guardrail-used",
  severity: "warning",
  source: "Organization.guardrails: what no place names holds nowhere",
  check: ({ organization, targets }) => {
    const used = new Set(targets.flatMap(({ declared }) => declared.guardrails ?? []));
    return Object.keys(organization.guardrails ?? {})
      .filter((name) => !used.has(name))
      .map((name) => ({ path: ["guardrails", name], summary: `The guardrail "${name}" has settings, and no place names it.` }));
  },
};
