import { isActive, isLogArchive, isTrial } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

export const logArchive: Rule = {
  code: "LF2117",
  name: "log-archive",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [18, 60],
  from: "foundations",
  check: ({ accounts, nodes }) => {
    const archives = accounts.filter((placed) => isActive(placed) && !isTrial(placed) && isLogArchive(placed));
    const [first, ...more] = archives;
    if (accounts.length === 0) return [];
    if (first !== undefined) {
      return more.map(({ address, path, key }) => ({ address, path, summary: `Accounts "${first.key}" and "${key}" are both log archives.` }));
    }
    const path = nodes.find((node) => node.names.length === 1 && topOu(node) === "security")?.path;
    return [{ ...(path === undefined ? {} : { path }), summary: "No account is the log archive." }];
  },
};
