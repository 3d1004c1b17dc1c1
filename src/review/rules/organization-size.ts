import { ORGANIZATIONS_QUOTAS as QUOTAS, POLICY_TYPES } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import { count } from "../words.ts";

export const organizationSize: Rule = {
  code: "LF2018",
  name: "organization-size",
  severity: "error",
  source: "Organizations User Guide, Quotas and service limits",
  check: ({ nodes, organization, packs }) => {
    const ous = nodes.length - 1;
    const tooManyOus = { path: ["ous"], summary: `The file has ${count(ous, "OU")}; AWS allows ${count(QUOTAS.organizationalUnits, "OU")}.` };
    const kinds = POLICY_TYPES.flatMap(({ kind, maxPerOrganization }) => {
      const number = [...Object.values(organization.policies ?? {}).map(({ type }) => type), ...packs.map((pack) => pack.kind)].filter((type) => type === kind).length;
      const thing = kind.toUpperCase();
      if (number <= maxPerOrganization) return [];
      return [{ path: ["policies"], summary: `The file has ${count(number, thing)}; AWS allows ${count(maxPerOrganization, thing)}.` }];
    });
    return ous > QUOTAS.organizationalUnits ? [tooManyOus, ...kinds] : kinds;
  },
};
