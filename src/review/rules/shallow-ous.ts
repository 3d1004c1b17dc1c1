import type { Rule } from "../rule.ts";
import { capital, nameOf } from "../words.ts";

const ADVISED = 3;

export const shallowOus: Rule = {
  code: "LF2101",
  name: "shallow-ous",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [6],
  check: ({ nodes }) =>
    nodes
      .filter((node) => node.names.length === ADVISED + 1)
      .map(({ address, path, names }) => ({
        address,
        path,
        summary: `${capital(nameOf(address))} is ${names.length} levels below the root; ${ADVISED} are easier to follow.`,
      })),
};
