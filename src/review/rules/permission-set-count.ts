import { figure } from "../../diagnostics/index.ts";
import { accountAddress } from "../../ids/index.ts";
import { IDENTITY_CENTER_QUOTAS as QUOTAS } from "../../limits/index.ts";
import { MANAGEMENT_KEY } from "../../organization/index.ts";
import { entriesOf } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";

export const permissionSetCount: Rule = {
  code: "LF2033",
  name: "permission-set-count",
  severity: "error",
  source: "Identity Center User Guide, AWS IAM Identity Center quotas",
  check: (subject) => {
    const sets = Object.keys(subject.organization.identityCenter?.permissionSets ?? {}).length;
    const entries = entriesOf(subject);
    const all = sets <= QUOTAS.permissionSets ? [] : [{ path: ["identityCenter", "permissionSets"], summary: `There are ${figure(sets)} permission sets; Identity Center has room for ${figure(QUOTAS.permissionSets)}.` }];
    const inAccounts = new Map<string, Set<string>>();
    // Where fewer are assigned at all, no account is looked at.
    const many = new Set(entries.map(({ assignment }) => assignment.permissionSet)).size > QUOTAS.permissionSetsPerAccount;
    for (const { assignment, members, management } of many ? entries : []) {
      for (const key of [...members.map((one) => one.key), ...(management ? [MANAGEMENT_KEY] : [])]) {
        inAccounts.set(key, (inAccounts.get(key) ?? new Set()).add(assignment.permissionSet));
      }
    }
    const crowded = [...inAccounts].filter(([, assigned]) => assigned.size > QUOTAS.permissionSetsPerAccount);
    return [...all, ...crowded.map(([key, assigned]): Finding => ({ address: accountAddress(key), path: ["identityCenter", "assignments"], summary: `${figure(assigned.size)} permission sets are assigned in account "${key}"; an account has room for ${QUOTAS.permissionSetsPerAccount}.` }))];
  },
};
