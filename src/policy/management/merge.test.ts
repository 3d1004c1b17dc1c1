import { describe, expect, it } from "vitest";
import { effectivePolicyJson } from "./effective.ts";
import type { AttachedManagementPolicy } from "./merge.ts";
import { mergeManagementPolicies } from "./merge.ts";
import { parseManagementPolicy } from "./parse.ts";

const CONTROL = "@@operators_allowed_for_child_policies";

function attached(document: object, id = "p-1"): AttachedManagementPolicy {
  const { policy } = parseManagementPolicy(JSON.stringify(document));
  return { id, policy: policy ?? expect.fail("not well-formed") };
}

/** Each level is one policy or several, root first. */
const merge = (...levels: readonly (object | readonly object[])[]): unknown =>
  effectivePolicyJson(mergeManagementPolicies(levels.map((level) => (Array.isArray(level) ? (level as object[]) : [level]).map((document) => attached(document)))));

const costCenter = (setting: object): object => ({ tags: { costcenter: { tag_key: { "@@assign": "CostCenter" }, ...setting } } });
const project = (setting: object): object => ({ tags: { project: setting } });

const A = costCenter({ tag_value: { "@@assign": ["Development", "Support"] } });
const ENFORCED = ["redshift:*", "dynamodb:table"];
const C = costCenter({ tag_value: { "@@append": ["Marketing"] }, enforced_for: { "@@append": ENFORCED } });

describe("effective tag policies, as in the User Guide's page «Inheritance examples»", () => {
  it("example 1: a child overwrites values", () => {
    const B = costCenter({ tag_value: { "@@assign": ["Sandbox"] }, enforced_for: { "@@assign": ENFORCED } });
    expect(merge(A, B)).toEqual({ tags: { costcenter: { tag_key: "CostCenter", tag_value: ["Sandbox"], enforced_for: ENFORCED } } });
  });

  it("example 2: a child appends values", () => {
    expect(merge(A, C)).toEqual({ tags: { costcenter: { tag_key: "CostCenter", tag_value: ["Development", "Support", "Marketing"], enforced_for: ENFORCED } } });
  });

  it("example 3: an account removes values, and a list that loses its last value is gone", () => {
    // The page has enforced_for one level too deep, but shows the result of this.
    const D = costCenter({ tag_value: { "@@remove": ["Development", "Marketing"] }, enforced_for: { "@@remove": ENFORCED } });
    expect(merge(A, C, D)).toEqual({ tags: { costcenter: { tag_key: "CostCenter", tag_value: ["Support"] } } });
  });

  it("example 4: a parent restricts what children change", () => {
    const E = project({ tag_key: { [CONTROL]: ["@@none"], "@@assign": "Project" }, tag_value: { [CONTROL]: ["@@append"], "@@assign": ["Maintenance", "Escalations"] } });
    const F = project({ tag_key: { "@@assign": "PROJECT" }, tag_value: { "@@append": ["Escalations - research"] } });
    expect(merge(E, F)).toEqual({ tags: { project: { tag_key: "Project", tag_value: ["Maintenance", "Escalations", "Escalations - research"] } } });
  });

  it("example 5: of two policies on one node, children may use what both allow", () => {
    const G = project({ tag_value: { [CONTROL]: ["@@append"], "@@assign": ["Maintenance"] } });
    const H = project({ tag_value: { [CONTROL]: ["@@append", "@@remove"] } });
    const child = project({ tag_value: { "@@append": ["Research"], "@@remove": ["Maintenance"] } });
    expect(merge([G, H], child)).toEqual({ tags: { project: { tag_value: ["Maintenance", "Research"] } } });
  });

  it("example 6: of two policies on one node, the first attached assigns", () => {
    const J = project({ tag_key: { "@@assign": "PROJECT" }, tag_value: { "@@append": ["Maintenance"] } });
    const K = project({ tag_key: { "@@assign": "project" } });
    expect(merge([J, K])).toEqual({ tags: { project: { tag_key: "PROJECT", tag_value: ["Maintenance"] } } });
    expect(merge([K, J])).toEqual({ tags: { project: { tag_key: "project", tag_value: ["Maintenance"] } } });
  });
});

const none = { [CONTROL]: ["@@none"] };
const plan = (vault: string, more: object = {}): object => ({ rules: { Hourly: { target_backup_vault_name: { "@@assign": vault } } }, ...more });

describe("effective backup policies, as in the User Guide's page «Backup policy syntax and examples»", () => {
  it("show names in lower case, and $account as it is, as «Viewing effective backup policies» does", () => {
    const copy = "arn:aws:backup:us-east-1:$account:backup-vault:Secondary";
    const rules = { Hourly: { copy_actions: { [copy]: { target_backup_vault_arn: { "@@assign": copy } } } } };
    expect(merge({ plans: { PII_Backup_Plan: { regions: { "@@assign": ["us-east-1"] }, rules } } })).toEqual({
      plans: { pii_backup_plan: { regions: ["us-east-1"], rules: { hourly: { copy_actions: { [copy.toLowerCase()]: { target_backup_vault_arn: copy } } } } } },
    });
  });

  it("example 2: plans of parent and child stand side by side", () => {
    expect(merge({ plans: { PII: plan("FortKnox") } }, { plans: { Monthly: plan("Default") } })).toEqual({
      plans: { pii: { rules: { hourly: { target_backup_vault_name: "FortKnox" } } }, monthly: { rules: { hourly: { target_backup_vault_name: "Default" } } } },
    });
  });

  it("example 3: a parent that allows nothing at any node is the effective policy", () => {
    const locked = { plans: { ...none, PII: { ...none, rules: { ...none, Hourly: { ...none, target_backup_vault_name: { ...none, "@@assign": "FortKnox" } } } } } };
    const child = { plans: { PII: plan("Default", { regions: { "@@append": ["us-east-1"] } }), Monthly: plan("Default") } };
    expect(merge(locked, child)).toEqual(merge(locked));
  });

  it("example 4: a parent that allows appending plans keeps its own as it is", () => {
    const parent = { plans: { [CONTROL]: ["@@append"], PII: { ...none, rules: { ...none, Hourly: { ...none, target_backup_vault_name: { ...none, "@@assign": "FortKnox" } } } } } };
    expect(merge(parent, { plans: { PII: plan("Default"), Monthly: plan("Default") } })).toEqual({
      plans: { pii: { rules: { hourly: { target_backup_vault_name: "FortKnox" } } }, monthly: { rules: { hourly: { target_backup_vault_name: "Default" } } } },
    });
  });

  it("example 5: a child overrides some settings and keeps the others", () => {
    const parent = { plans: { PII: plan("FortKnox", { regions: { "@@append": ["us-east-1", "eu-north-1"] }, selections: { tags: { datatype: { tag_key: { "@@assign": "dataType" } } } } }) } };
    const child = { plans: { PII: plan("Default", { regions: { "@@assign": ["us-west-2", "eu-central-1"] } }) } };
    expect(merge(parent, child)).toEqual({
      plans: { pii: { rules: { hourly: { target_backup_vault_name: "Default" } }, regions: ["us-west-2", "eu-central-1"], selections: { tags: { datatype: { tag_key: "dataType" } } } } },
    });
  });
});

describe("effective AI services opt-out policies, as in the page about their syntax", () => {
  const optOut = { opt_out_policy: { ...none, "@@assign": "optOut" } };
  const lex = { services: { lex: { opt_out_policy: { "@@assign": "optIn" } } } };

  it("example 1: a group that allows nothing takes no new key", () => {
    expect(merge({ services: { ...none, default: { ...none, ...optOut } } }, lex)).toEqual({ services: { default: { opt_out_policy: "optOut" } } });
  });

  it("example 2: a control below the group leaves it open to new keys", () => {
    const parent = { services: { default: { ...none, ...optOut } } };
    const child = { services: { default: { opt_out_policy: { "@@assign": "optIn" } }, ...lex.services } };
    expect(merge(parent, child)).toEqual({ services: { default: { opt_out_policy: "optOut" }, lex: { opt_out_policy: "optIn" } } });
  });
});

describe("merging", () => {
  it("does not let a level give back what one above it took", () => {
    const root = project({ tag_key: { [CONTROL]: ["@@none"], "@@assign": "Project" } });
    const unit = project({ tag_key: { [CONTROL]: ["@@all"] } });
    expect(merge(root, unit, project({ tag_key: { "@@assign": "PROJECT" } }))).toEqual({ tags: { project: { tag_key: "Project" } } });
  });

  it("keeps a list that was assigned empty, unlike one that was emptied", () => {
    const lists = { securityhub: { enable_in_regions: { "@@assign": ["ALL_SUPPORTED"] }, disable_in_regions: { "@@assign": [] } } };
    expect(merge(lists)).toEqual({ securityhub: { enable_in_regions: ["ALL_SUPPORTED"], disable_in_regions: [] } });
  });

  it("takes names as the same whatever their case", () => {
    expect(merge(project({ tag_key: { "@@assign": "Project" } }), { tags: { PROJECT: { tag_value: { "@@assign": ["a"] } } } })).toEqual({
      tags: { project: { tag_key: "Project", tag_value: ["a"] } },
    });
  });

  it("appends a value once, and starts a list with the first", () => {
    const add = (...values: string[]): object => project({ tag_value: { "@@append": values } });
    expect(merge(add("a", "a"), add("a", "b"))).toEqual({ tags: { project: { tag_value: ["a", "b"] } } });
  });

  it("remembers which policies made a setting", () => {
    const effective = mergeManagementPolicies([
      [attached(project({ tag_value: { "@@assign": ["a"] } }), "p-root")],
      [attached(project({ tag_value: { "@@assign": ["b"] } }), "p-unit")],
      [attached(project({ tag_value: { "@@append": ["c"] } }), "p-account")],
    ]);
    const below = effective.keys.get("tags")?.keys.get("project");
    expect(below?.policies).toEqual(["p-root", "p-unit", "p-account"]);
    expect(below?.keys.get("tag_value")?.policies).toEqual(["p-unit", "p-account"]);
  });

  it("is empty without policies, and has the bare top key of an empty one", () => {
    expect(merge()).toEqual({});
    expect(merge({ tags: {} })).toEqual({ tags: {} });
    expect(merge(project({ tag_key: { [CONTROL]: ["@@none"] } }))).toEqual({ tags: {} });
  });
});
