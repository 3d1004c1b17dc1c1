import { describe, expect, it } from "vitest";
import { checkEffectivePolicy } from "./effective.ts";
import { managementPolicyType } from "./grammars/index.ts";
import { mergeManagementPolicies } from "./merge.ts";
import { parseManagementPolicy } from "./parse.ts";

function problemsOf(type: string, ...documents: readonly object[]) {
  const levels = documents.map((document, index) => [{ id: `p-${index + 1}`, policy: parseManagementPolicy(JSON.stringify(document)).policy ?? expect.fail() }]);
  return checkEffectivePolicy(mergeManagementPolicies(levels), managementPolicyType(type) ?? expect.fail());
}

const rule = { target_backup_vault_name: { "@@assign": "Vault" } };
const rules = (from: number, to: number): object => Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [`Rule${from + i}`, rule]));
const plan = (parts: object): object => ({ plans: { Daily: parts } });
const REST = { regions: { "@@assign": ["us-east-1"] }, selections: { tags: {}, resources: { all: { iam_role_arn: { "@@assign": "r" } } } } };

describe("an effective policy", () => {
  it("is invalid when policies that are valid alone have too many elements together", () => {
    expect(problemsOf("BACKUP_POLICY", plan({ rules: rules(1, 6), ...REST }))).toEqual([]);
    expect(problemsOf("BACKUP_POLICY", plan({ rules: rules(1, 6), ...REST }), plan({ rules: rules(7, 11) }))).toEqual([
      { code: "ELEMENTS_TOO_MANY", message: "'rules' exceeds the allowed maximum limit 10", path: "plans/daily/rules", policies: ["p-1", "p-2"] },
    ]);
  });

  it("is invalid when a part that must be there is not", () => {
    expect(problemsOf("BACKUP_POLICY", plan({ rules: { Hourly: { schedule_expression: { "@@assign": "cron()" } } }, ...REST }))).toEqual([
      { code: "KEY_REQUIRED", message: "'target_backup_vault_name' is missing", path: "plans/daily/rules/hourly", policies: ["p-1"] },
    ]);
  });

  it("is invalid when a list has too few elements", () => {
    expect(problemsOf("BACKUP_POLICY", plan({ rules: rules(1, 1), ...REST }), plan({ regions: { "@@assign": [] } }))).toEqual([
      { code: "ELEMENTS_TOO_FEW", message: "'regions' is less than the allowed minimum limit 1", path: "plans/daily/regions", policies: ["p-2"] },
    ]);
  });

  it("counts the values of a list", () => {
    const workspaces = (from: number): object => ({ chatbot: { platforms: { slack: { workspaces: { "@@append": Array.from({ length: 200 }, (_, i) => `W${from + i}`) } } } } });
    expect(problemsOf("CHATBOT_POLICY", workspaces(0))).toEqual([]);
    expect(problemsOf("CHATBOT_POLICY", workspaces(0), workspaces(200))).toMatchObject([{ code: "ELEMENTS_TOO_MANY", path: "chatbot/platforms/slack/workspaces" }]);
  });

  it("is valid when there is none", () => {
    expect(checkEffectivePolicy(mergeManagementPolicies([]), managementPolicyType("TAG_POLICY") ?? expect.fail())).toEqual([]);
  });
});
