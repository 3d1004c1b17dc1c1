import { nearest } from "../../diagnostics/index.ts";
import { trustedService } from "../../limits/index.ts";
import type { Finding, Rule } from "../rule.ts";

/** A delegated administrator is a member account of the file, and the service must allow one, and not more than it allows. */
export const delegationKnown: Rule = {
  code: "LF2020",
  name: "delegation-known",
  severity: "error",
  source: "Organizations API Reference, RegisterDelegatedAdministrator",
  rows: [23],
  check({ organization, accounts }) {
    const keys = new Set(accounts.map(({ key }) => key));
    return Object.entries(organization.delegatedAdministrators ?? {}).flatMap(([service, named]): Finding[] => {
      const path = ["delegatedAdministrators", service];
      const facts = trustedService(service);
      const most = facts?.maxDelegatedAdministrators;
      const unknown = named.flatMap((key, index): Finding[] => {
        if (keys.has(key)) return [];
        const suggestion = nearest(key, keys);
        return [{ path: [...path, index], summary: `The account "${key}" that administers ${service} is not in the file.`, ...(suggestion === undefined ? {} : { suggestion }) }];
      });
      if (facts?.delegatedAdministrator === false) return [...unknown, { path, summary: `${facts.title} (${service}) has no delegated administrators.` }];
      if (most === undefined || named.length <= most) return unknown;
      return [...unknown, { path, summary: `${service} has ${named.length} delegated administrators; AWS allows ${most}.` }];
    });
  },
};
