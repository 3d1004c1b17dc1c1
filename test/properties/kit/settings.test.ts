import { expect, it } from "vitest";
import { policyTypeFacts } from "../../../src/limits/index.ts";
import { checkManagementPolicy, managementPolicyType } from "../../../src/policy/index.ts";
import { SETTINGS_KINDS, settingsOf } from "./settings.ts";

it.each(SETTINGS_KINDS)("has two documents of type %s that AWS would take", (kind) => {
  const type = managementPolicyType(policyTypeFacts(kind).type) ?? expect.fail(kind);
  for (const variant of [0, 1] as const) expect(checkManagementPolicy(JSON.stringify(settingsOf(kind, variant)), type)).toEqual([]);
  expect(settingsOf(kind, 0)).not.toEqual(settingsOf(kind, 1));
});
