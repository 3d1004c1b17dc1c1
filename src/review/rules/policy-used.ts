import { policyAddress } from "../../ids/index.ts";
import type { Rule } from "../rule.ts";

export const policyUsed: Rule = {
  code: "LF2110",
  name: "policy-used",
  severity: "warning",
  source: "Node.policies: what is attached nowhere holds nowhere",
  check: ({ organization, targets }) => {
    const used = new Set(targets.flatMap(({ declared }) => declared.policies ?? []));
    return Object.entries(organization.policies ?? {})
      .filter(([key]) => !used.has(key))
      .map(([key, { type, name }]) => ({
        address: policyAddress(type, name ?? key),
        path: ["policies", key],
        summary: `The policy "${key}" is attached nowhere.`,
      }));
  },
};
