import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import { capital, nameOf } from "../words.ts";

/** Told once, at the first OU that is too deep; those below it follow. */
export const ouDepth: Rule = {
  code: "LF2001",
  name: "ou-depth",
  severity: "error",
  source: "Organizations User Guide, Quotas and service limits",
  rows: [6],
  check: ({ nodes }) =>
    nodes
      .filter((node) => node.names.length === QUOTAS.ouDepth + 1)
      .map((node) => ({
        address: node.address,
        path: node.path,
        summary: `${capital(nameOf(node.address))} is ${node.names.length} levels below the root; AWS allows ${QUOTAS.ouDepth}.`,
      })),
};
