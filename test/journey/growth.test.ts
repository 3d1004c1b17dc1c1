import { afterEach, describe, expect, it } from "vitest";
import { blueprint, DEFAULT_ANSWERS, growsFrom } from "../../src/blueprints/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import type { Change } from "../../src/plan/index.ts";
import { observe } from "../../src/resources/index.ts";
import { review } from "../../src/review/index.ts";
import { blueprintOrganization } from "../kit/blueprint-organization.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const named = (name: string) => blueprint(name) ?? wrong(name);
const grown = (name: string, from: string): Organization => blueprintOrganization(named(name), DEFAULT_ANSWERS, { grownFrom: named(from) });

function wrong(name: string): never {
  throw new Error(`there is no blueprint ${name}`);
}

/** The ids of what is there, by kind and id: of accounts and OUs only. */
async function ids(organization: Organization): Promise<string[]> {
  const { items } = await observe(stage.aws, { desired: expand(organization) });
  return [...items.values()].filter(({ item }) => item.kind === "account" || item.kind === "ou").map(({ id }) => id);
}

const ofKind = (changes: readonly Change[], action: Change["action"], ...kinds: string[]): string[] =>
  changes.filter((change) => change.action === action && kinds.includes(change.kind)).map(({ address }) => address).toSorted();

const guardrailsAt = ({ ous }: Organization, name: string): readonly string[] => ous?.["Workloads"]?.ous?.[name]?.guardrails ?? [];

/** Applies each in turn, and says what each plan after the first would do. */
async function grow(sizes: readonly Organization[]): Promise<{ plans: Change[][]; kept: boolean[] }> {
  stage = await openStage();
  const plans: Change[][] = [];
  const kept: boolean[] = [];
  let before: string[] = [];
  for (const organization of sizes) {
    const { plan, failed, skipped } = await stage.apply(organization);
    expect({ failed, skipped }).toEqual({ failed: [], skipped: [] });
    const now = new Set(await ids(organization));
    plans.push([...plan.changes]);
    kept.push(before.every((id) => now.has(id)));
    before = [...now];
    expect(await stage.plan(organization)).toMatchObject({ changes: [], unmanaged: [] });
  }
  return { plans, kept };
}

describe("An organization that grows", () => {
  it("from smb-starter over smb and starter to full creates no account and no OU again", async () => {
    const sizes = [blueprintOrganization(named("smb-starter")), grown("smb", "smb-starter"), grown("starter", "smb"), grown("full", "smb")];
    const { plans, kept } = await grow(sizes);
    expect(kept).toEqual([true, true, true, true]);
    const [, smb = [], starter = [], full = []] = plans;
    expect(ofKind(smb, "move", "account")).toEqual(["account:images", "account:network", "account:operations", "account:workloads"]);
    expect(ofKind(starter, "create", "account")).toEqual([
      "account:network-test",
      "account:security-break-glass",
      "account:security-read-only",
      "account:security-tooling-test",
      "account:shared-services-test",
    ]);
    expect(starter.find(({ address }) => address === "ou:Workloads/SDLC")?.differences[0]).toEqual({ field: "name", before: "Test", after: "SDLC" });
    expect(ofKind(full, "move", "account")).toEqual([]);
    for (const plan of plans.slice(1)) expect([...ofKind(plan, "delete", "ou", "policy"), ...ofKind(plan, "detach", "attachment")]).toEqual([]);
  });

  it("from starter to full only adds", async () => {
    const { plans, kept } = await grow([blueprintOrganization(named("starter")), grown("full", "starter")]);
    expect(kept).toEqual([true, true]);
    expect(new Set(plans[1]?.map(({ action }) => action))).toEqual(new Set(["create", "attach"]));
  });

  it("from five-account to full keeps its accounts, its OUs and the policies that hold for them", async () => {
    const { plans, kept } = await grow([blueprintOrganization(named("five-account")), grown("full", "five-account")]);
    expect(kept).toEqual([true, true]);
    const [, full = []] = plans;
    expect(ofKind(full, "move", "account")).toEqual(["account:log-archive", "account:shared-services"]);
    expect(ofKind(full, "create", "account").filter((address) => address.startsWith("account:foo"))).toEqual([]);
    expect(full.find(({ address }) => address === "ou:Workloads/SDLC")?.differences[0]).toEqual({ field: "name", before: "NonProd", after: "SDLC" });
    // What stands on all production OUs is joined for them, so that the one there was may need a policy less of its own.
    expect([...ofKind(full, "delete", "ou", "policy"), ...ofKind(full, "detach", "attachment")].filter((address) => !/^(policy|attachment):scp\/guardrails-Workloads\.Prod(_\d+)?(>|$)/.test(address))).toEqual([]);
    const lost = guardrailsAt(blueprintOrganization(named("five-account")), "Prod").filter((name) => !guardrailsAt(grown("full", "five-account"), "Prod").includes(name));
    expect(lost).toEqual([]);
  });
});

describe("Every way of growing", () => {
  const ways = ["smb", "starter", "full"].flatMap((to) => growsFrom(to).map((from) => [from, to] as const));

  it.each(ways)("from %s to %s is written as a file that breaks no rule", (from, to) => {
    expect(review(grown(to, from)).filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});
