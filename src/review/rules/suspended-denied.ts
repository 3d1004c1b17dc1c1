import type { PolicyStatement } from "../../policy/index.ts";
import type { Rule } from "../rule.ts";
import { SUSPENDED, topOu } from "../stages.ts";
import { capital, nameOf } from "../words.ts";

/** A condition may exempt the roles that look after the organization; whether it exempts too many is not told here. */
export const suspendedDenied: Rule = {
  code: "LF2109",
  name: "suspended-denied",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [35],
  check: ({ nodes, policies, statements }) =>
    nodes
      .filter((node) => node.names.length === 1 && topOu(node) === SUSPENDED)
      .filter(({ node }) => !(node.policies ?? []).some((key) => policies.get(key)?.type === "scp" && (statements.get(key) ?? []).some(deniesAll)))
      .map(({ address, path }) => ({ address, path, summary: `${capital(nameOf(address))} has no policy attached that denies every action.` })),
};

const deniesAll = ({ Effect, Action, Resource }: PolicyStatement): boolean => Effect === "Deny" && holdsStar(Action) && holdsStar(Resource);

const holdsStar = (value: string | readonly string[] | undefined): boolean => value === "*" || (Array.isArray(value) && value.includes("*"));
