import { entriesOf, type Entry, isForEmergencies, isProduction, mayWrite } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";
import { listed } from "../words.ts";

/** One small team beside the pipelines is what the advice allows; what is for emergencies has a rule of its own. */
export const productionPeople: Rule = {
  code: "LF2152",
  name: "production-people",
  severity: "warning",
  source: "AWS Multi-account architecture (five accounts): production changes by pipelines and a small team, people only read there",
  rows: [64, 72, 101, 102],
  from: "foundations",
  check: (subject) => {
    const writing = entriesOf(subject).filter(({ assignment, set }) => set !== undefined && !isForEmergencies(assignment.permissionSet) && mayWrite(assignment.permissionSet, set));
    const byAccount = new Map<string, Entry[]>();
    for (const entry of writing) {
      for (const { key } of entry.members) {
        const here = byAccount.get(key);
        if (here === undefined) byAccount.set(key, [entry]);
        else here.push(entry);
      }
    }
    return subject.accounts.filter(isProduction).flatMap(({ address, key }): Finding[] => {
      const here = byAccount.get(key) ?? [];
      const who = [...new Set(here.map((one) => one.who))];
      const [first] = here;
      if (first === undefined || (who.length === 1 && first.assignment.user === undefined)) return [];
      return [{ address, path: first.path, summary: `In account "${key}", which is in production, ${listed(who)} can change things.` }];
    });
  },
};
