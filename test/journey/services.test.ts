import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { requireConfirmed } from "../../src/plan/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

/** A policy of each type of settings, attached to the root. */
const SETTINGS: NonNullable<Organization["policies"]> = {
  owner: { type: "tag", document: { tags: { owner: { tag_key: { "@@assign": "owner" } } } } },
  "no-training": { type: "ai-opt-out", document: { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } } },
  imds: { type: "ec2", document: { ec2_attributes: { image_block_public_access: { state: { "@@assign": "block_new_sharing" } } } } },
  private: { type: "s3", document: { s3_attributes: { public_access_block_configuration: { "@@assign": "all" } } } },
  hub: { type: "security-hub", document: { securityhub: { enable_in_regions: { "@@assign": ["eu-west-1"] }, disable_in_regions: { "@@assign": [] } } } },
};
const WITH_SERVICES: Organization = {
  ...SMALL,
  policies: { ...SMALL.policies, ...SETTINGS },
  root: { policies: ["deny-leave", ...Object.keys(SETTINGS)] },
  trustedAccess: ["ram.amazonaws.com"],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["log-archive"], "config.amazonaws.com": ["log-archive", "shop-prod"] },
};

describe("policies of settings, trusted access and delegation", () => {
  it("come in the order AWS asks for, and a second plan is empty", async () => {
    stage = await openStage();
    const { plan, failed } = await stage.apply(WITH_SERVICES);
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ kind }) => kind === "trusted-access").map(({ address }) => address)).toEqual([
      "trusted-access:config.amazonaws.com",
      "trusted-access:guardduty.amazonaws.com",
      "trusted-access:ram.amazonaws.com",
      "trusted-access:securityhub.amazonaws.com",
    ]);
    expect(plan.changes.find(({ address }) => address === "policy-type:security-hub")?.waitsFor).toContain("trusted-access:securityhub.amazonaws.com");
    expect(await stage.plan(WITH_SERVICES)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("have a difference told setting by setting", async () => {
    stage = await openStage();
    await stage.apply(WITH_SERVICES);
    const owner = { type: "tag", document: { tags: { owner: { tag_key: { "@@assign": "Owner" } } } } } as const;
    const goal: Organization = { ...WITH_SERVICES, policies: { ...WITH_SERVICES.policies, owner } };
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ address, phase, differences }) => [address, phase, differences])).toEqual([
      ["policy:tag/owner", "loosen", [{ field: "tags/owner/tag_key/@@assign", before: "owner", after: "Owner" }]],
    ]);
  });

  it("need the name typed where enabling alone reaches far", async () => {
    stage = await openStage();
    const plan = await stage.plan(WITH_SERVICES);
    expect(() => requireConfirmed(plan, [])).toThrow(/policy-type:s3/);
    expect(() => requireConfirmed(plan, ["policy-type:s3"])).not.toThrow();
  });

  it("are left alone when their lines go, and go when the file says remove", async () => {
    stage = await openStage();
    await stage.apply(WITH_SERVICES);
    const kept = await stage.plan(SMALL);
    const left = ["trusted-access:ram.amazonaws.com", "delegated-administrator:guardduty.amazonaws.com>account:log-archive", "policy-type:tag"];
    expect(kept.unmanaged.map(({ address }) => address)).toEqual(expect.arrayContaining(left));
    const goal: Organization = { ...SMALL, remove: kept.unmanaged.map(({ address }) => address) };
    const { failed } = await stage.apply(goal);
    expect(failed.map(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(await stage.plan(SMALL)).toMatchObject({ changes: [], unmanaged: [] });
  });
});
