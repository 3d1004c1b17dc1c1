import { policyAddress } from "../../ids/index.ts";
import { policyTypeFacts } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";

export const policyNameUnique: Rule = {
  code: "LF2013",
  name: "policy-name-unique",
  severity: "error",
  source: "Organizations API Reference, CreatePolicy, DuplicatePolicyException",
  check: ({ organization, packs }) => {
    const firstKey = new Map<string, string>();
    for (const { kind, name } of packs) firstKey.set(policyAddress(kind, name), name);
    return Object.entries(organization.policies ?? {}).flatMap(([key, { type, name = key }]) => {
      const address = policyAddress(type, name);
      const other = firstKey.get(address);
      firstKey.set(address, other ?? key);
      const path = ["policies", key];
      if (other !== undefined) return [{ address, path, summary: `The policies "${other}" and "${key}" have the same name "${name}" in AWS.` }];
      if (name !== policyTypeFacts(type).awsManaged?.name) return [];
      return [{ address, path, summary: `The policy "${key}" has the name of AWS's own policy ${name}.` }];
    });
  },
};
