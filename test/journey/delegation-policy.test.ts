import { afterEach, describe, expect, it } from "vitest";
import { declareObserved } from "../../src/import/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { wayBack } from "../../src/plan/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

/** A policy that lets an account do something with the organization's policies. */
const delegating = (id: string, ...Action: string[]): Organization => ({
  ...SMALL,
  delegationPolicy: { tags: { team: "security" }, document: { Version: "2012-10-17", Statement: [{ Sid: "Read", Effect: "Allow", Principal: { AWS: id }, Action, Resource: "*" }] } },
});

/** The id of a member account of the applied organization. */
async function member(): Promise<string> {
  await stage.apply(SMALL);
  const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
  return Accounts.find(({ Name }) => Name === "log-archive")?.Id ?? "";
}

const changesOf = ({ changes }: { readonly changes: readonly { address: string; action: string; phase: string }[] }): unknown => changes.map(({ address, action, phase }) => [address, action, phase]);

describe("the delegation policy", () => {
  it("is put with its tags, and a second plan is empty", async () => {
    stage = await openStage();
    const goal = delegating(await member(), "organizations:ListAccounts");
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(changesOf(plan)).toEqual([["delegation-policy", "create", "loosen"]]);
    const organizations = await stage.aws.organizations();
    const { ResourcePolicy } = await organizations.describeResourcePolicy({});
    const { Tags = [] } = await organizations.listTagsForResource({ ResourceId: ResourcePolicy?.ResourcePolicySummary?.Id });
    expect(Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]))).toEqual({ "landfall:address": "delegation-policy", "managed-by": "landfall", team: "security" });
    expect(await stage.plan(goal)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("takes rights away before anything else may be allowed, and gives them last", async () => {
    stage = await openStage();
    const id = await member();
    const wide = delegating(id, "organizations:ListAccounts", "organizations:ListRoots");
    await stage.apply(wide);
    const narrower = await stage.apply(delegating(id, "organizations:ListRoots"));
    expect(narrower.failed).toEqual([]);
    expect(changesOf(narrower.plan)).toEqual([["delegation-policy", "update", "build"]]);
    expect(narrower.plan.changes[0]?.differences).toEqual([{ field: 'statement "Read" Action', before: "organizations:listaccounts" }]);
    const other: Organization = { ...delegating(id, "organizations:ListAccounts"), root: {} };
    const both = await stage.apply(other);
    expect(both.failed).toEqual([]);
    expect(changesOf(both.plan)).toEqual([["attachment:scp/deny-leave>root", "detach", "loosen"], ["delegation-policy", "update", "loosen"]]);
    expect(both.plan.changes.find(({ kind }) => kind === "attachment")?.waitsFor).toContain("delegation-policy");
  });

  it("goes when its line goes, and comes back by undo", async () => {
    stage = await openStage();
    const goal = delegating(await member(), "organizations:ListAccounts");
    await stage.apply(goal);
    const { plan, failed } = await stage.apply(SMALL);
    expect(failed).toEqual([]);
    expect(changesOf(plan)).toEqual([["delegation-policy", "delete", "build"]]);
    expect((await stage.applyInventory(SMALL.name, wayBack(plan, expand(SMALL)).desired)).failed).toEqual([]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });

  it("of others is left alone, named, written down from AWS, and can be adopted", async () => {
    stage = await openStage();
    const Content = JSON.stringify(delegating(await member(), "organizations:ListAccounts").delegationPolicy?.document);
    await (await stage.aws.organizations()).putResourcePolicy({ Content, Tags: [{ Key: "by", Value: "hand" }] });
    expect(await stage.plan(SMALL)).toMatchObject({ changes: [], unmanaged: [{ address: "delegation-policy", why: "made by others" }] });
    const written = declareObserved(await observe(stage.aws, { desired: new Map() }), { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] });
    expect(written.organization.delegationPolicy).toEqual({ file: "policies/_delegation.json", tags: { by: "hand" } });
    const document = JSON.parse(written.files.find(({ path }) => path.includes("delegation"))?.text ?? "") as never;
    const goal: Organization = { ...SMALL, delegationPolicy: { document, tags: { by: "hand" } } };
    expect((await stage.plan(goal)).changes[0]?.differences.map(({ field }) => field)).toEqual(["tag managed-by"]);
    const adopted = await stage.apply({ ...goal, adopt: ["delegation-policy"] });
    expect(adopted.plan.changes[0]?.differences.map(({ field }) => field)).toEqual(["tag managed-by", "tag landfall:address"]);
    expect(changesOf(await stage.plan(SMALL))).toEqual([["delegation-policy", "delete", "build"]]);
  });
});
