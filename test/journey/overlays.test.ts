import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { declareObserved } from "../../src/import/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
const OVERLAYS = ["attachment:scp/Freeze>ou:Workloads/Prod", "policy:scp/Freeze"];

/** Operations freeze production for a time, beside what landfall made. */
beforeEach(async () => {
  stage = await openStage();
  const { observation } = await stage.apply(SMALL);
  expect(observation.items.size).toBe(0);
  const organizations = await stage.aws.organizations();
  const { items } = await observe(stage.aws, { desired: new Map() });
  const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", NotAction: ["s3:Get*"], Resource: "*" }] });
  const { Policy } = await organizations.createPolicy({ Name: "Freeze", Description: "", Type: "SERVICE_CONTROL_POLICY", Content, Tags: [{ Key: "landfall:overlay", Value: "freeze until 2026-12-01" }, { Key: "landfall:address", Value: "x" }] });
  await organizations.attachPolicy({ PolicyId: Policy?.PolicySummary?.Id ?? "", TargetId: items.get("ou:Workloads/Prod")?.id ?? "" });
});
afterEach(() => stage.emulator.close());

const Workloads = SMALL.ous?.["Workloads"] ?? {};
const shop = Workloads.ous?.["Prod"]?.accounts ?? {};

describe("an overlay", () => {
  it("is shown apart with what it is for, and no plan changes or removes it", async () => {
    const plan = await stage.plan(SMALL);
    expect(plan.changes).toEqual([]);
    expect(plan.unmanaged).toMatchObject(OVERLAYS.map((address) => ({ address, owner: "overlay", why: "freeze until 2026-12-01" })));
    expect((await stage.apply({ ...SMALL, root: { policies: [] } })).failed).toEqual([]);
    expect((await stage.plan(SMALL)).unmanaged.map(({ address }) => address)).toEqual(OVERLAYS);
  });

  it.each<[string, Organization]>([
    ["takes it away by a statement", { ...SMALL, remove: ["policy:scp/Freeze"] }],
    ["declares a policy of its name", { ...SMALL, policies: { ...SMALL.policies, Freeze: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] } } } }],
    ["moves an account out from under it", { ...SMALL, ous: { ...SMALL.ous, Workloads: { ...Workloads, ous: { ...Workloads.ous, Prod: {}, Free: { accounts: shop } } } } }],
    ["disables its policy type", { ...SMALL, policies: {}, root: {}, ous: { ...SMALL.ous, Workloads: { ...Workloads, policies: [] } }, remove: ["policy-type:scp"] }],
  ])("LF4009: refuses a plan that %s", async (_what, organization) => {
    await expect(stage.plan(organization)).rejects.toThrow(/LF4009/);
  });

  it("lets accounts move where it lies as well", async () => {
    const goal: Organization = { ...SMALL, ous: { ...SMALL.ous, Workloads: { ...Workloads, ous: { ...Workloads.ous, Prod: { ous: { Deep: { accounts: shop } } } } } } };
    expect((await stage.plan(goal)).changes.map(({ action }) => action)).toEqual(["create", "move"]);
  });

  it("is not written into a file made from AWS", async () => {
    const { organization } = declareObserved(await observe(stage.aws, { desired: new Map() }), { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] });
    expect(JSON.stringify(organization)).not.toContain("reeze");
  });
});
