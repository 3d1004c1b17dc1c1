import type { Rule } from "../rule.ts";
import { hasEnded } from "../waivers.ts";

export const waiverCurrent: Rule = {
  code: "LF2115",
  name: "waiver-current",
  severity: "error",
  source: "Organization.waivers",
  rows: [7, 69, 136],
  check: ({ organization, today }) =>
    (organization.waivers ?? []).flatMap((waiver, index) => {
      if (!hasEnded(waiver, today)) return [];
      const summary = `The waiver of ${waiver.code} that ${waiver.owner} answers for ended on ${waiver.until}.`;
      return [{ path: ["waivers", index, "until"], summary }];
    }),
};
