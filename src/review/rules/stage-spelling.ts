import type { Rule } from "../rule.ts";

/** Words for one stage, without hyphens, the usual one first. */
const WORDS = [
  ["prod", "production", "prd", "live"],
  ["preprod", "preproduction"],
  ["stage", "staging"],
  ["test", "testing"],
  ["dev", "development"],
  ["nonprod", "nonproduction"],
];

export const stageSpelling: Rule = {
  code: "LF2141",
  name: "stage-spelling",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [64, 66],
  check: ({ accounts }) => {
    const first = new Map<string, string>();
    return accounts.flatMap(({ address, path, account: { stage } }) => {
      const meaning = WORDS.find((words) => words.includes((stage ?? "").toLowerCase().replaceAll(/[-_ ]/g, "")))?.[0];
      if (stage === undefined || meaning === undefined) return [];
      const known = first.get(meaning);
      if (known === undefined) first.set(meaning, stage);
      if (known === undefined || known === stage) return [];
      return [{ address, path: [...path, "stage"], summary: `The stages "${known}" and "${stage}" mean the same.` }];
    });
  },
};
