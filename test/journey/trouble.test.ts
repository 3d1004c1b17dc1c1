import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

describe("an apply in trouble", () => {
  it("LF5002: names the account and AWS's reason, leaves the rest in peace, and loosens nothing", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    await stage.emulator.addAccount({ id: "999999999999", email: "taken@acme.example", name: "Elsewhere" });
    const goal: Organization = {
      ...SMALL,
      root: { policies: [] },
      ous: { ...SMALL.ous, New: { accounts: { fine: {}, broken: { email: "taken@acme.example" } } } },
    };
    const { failed, done, skipped } = await stage.apply(goal);
    expect(failed.map(({ change, diagnostics }) => [change.address, diagnostics[0]?.code])).toEqual([["account:broken", "LF5002"]]);
    expect(failed[0]?.diagnostics[0]?.summary).toContain("EMAIL_ALREADY_EXISTS");
    expect(done.map(({ address }) => address)).toContain("account:fine");
    expect(skipped.map(({ address }) => address)).toEqual(["attachment:scp/deny-leave>root"]);
  });

  it("goes on where it stopped, waiting for accounts that AWS is still creating", async () => {
    stage = await openStage();
    const stop = new AbortController();
    const running = stage.apply(SMALL, stop.signal);
    while (!stage.events.some(({ name }) => name === "change.progress")) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    const first = await running;
    expect(first.skipped.length).toBeGreaterThan(0);
    expect(first.failed).toEqual([]);
    const second = await stage.apply(SMALL);
    expect(second.failed).toEqual([]);
    expect((await stage.plan(SMALL)).changes).toEqual([]);
    const names = Object.keys(stage.aws.calls());
    expect(names).toContain("organizations:CreateAccount");
    expect(stage.aws.calls()["organizations:CreateAccount"]).toBe(3);
  });

  it("keeps to AWS's lanes: five creations and three closures at a time, so that AWS refuses none", async () => {
    stage = await openStage({ throttle: false });
    const keys = Array.from({ length: 12 }, (_, index) => `a${index}`);
    const having = (state: "active" | "closed"): Organization => ({ ...SMALL, ous: { Lab: { accounts: Object.fromEntries(keys.map((key) => [key, { state }])) } } });
    expect((await stage.apply(having("active"))).failed).toEqual([]);
    expect(stage.aws.calls()["organizations:CreateAccount"]).toBe(12);
    expect((await stage.apply(having("closed"))).failed).toEqual([]);
    expect(stage.aws.calls()["organizations:CloseAccount"]).toBe(12);
    expect(stage.events.filter(({ name }) => name === "call.retried")).toEqual([]);
  });

  it("writes a text that denies what both the old and the new deny before policies hand over to each other", async () => {
    stage = await openStage();
    const denying = (Action: string) => ({ type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] } }) as const;
    await stage.apply({ ...SMALL, policies: { p: denying("s3:*"), q: denying("ec2:*") }, root: { policies: ["p", "q"] }, ous: {} });
    const goal: Organization = { ...SMALL, policies: { p: denying("ec2:*"), q: denying("s3:*") }, root: { policies: ["p", "q"] }, ous: {} };
    const before = stage.aws.calls()["organizations:UpdatePolicy"] ?? 0;
    const { failed, done } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(done.map(({ address }) => address).toSorted()).toEqual(["policy:scp/p", "policy:scp/q"]);
    expect((stage.aws.calls()["organizations:UpdatePolicy"] ?? 0) - before).toBe(4);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });

  it("names a policy once whose text of both could not be written, and starts nothing", async () => {
    stage = await openStage();
    const denying = (Action: string) => ({ type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] } }) as const;
    await stage.apply({ ...SMALL, policies: { p: denying("s3:*"), q: denying("ec2:*") }, root: { policies: ["p", "q"] }, ous: {} });
    stage.emulator.setFaults([{ name: "refusal", parameter: "AccessDeniedException", operations: ["organizations:UpdatePolicy"], count: 1 }]);
    const { failed, skipped, done } = await stage.apply({ ...SMALL, policies: { p: denying("ec2:*"), q: denying("s3:*") }, root: { policies: ["p", "q"] }, ous: {} });
    expect([failed.length, skipped.length, done.length]).toEqual([1, 1, 0]);
    expect(failed[0]?.change.address).not.toBe(skipped[0]?.address);
  });

  it("waits for nothing any more when it is told to stop, and what it waited with is left for the next run", async () => {
    stage = await openStage();
    await stage.apply({ ...SMALL, ous: {} });
    stage.emulator.setFaults([{ name: "refusal", parameter: "TooManyRequestsException", operations: ["organizations:CreateOrganizationalUnit"] }]);
    const stop = new AbortController();
    const running = stage.apply({ ...SMALL, ous: { One: {} } }, stop.signal);
    while (!stage.events.some(({ name }) => name === "call.retried")) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    const { failed, skipped } = await running;
    expect(failed).toEqual([]);
    expect(skipped.map(({ address }) => address)).toEqual(["ou:One"]);
    stage.emulator.setFaults([]);
    expect((await stage.apply({ ...SMALL, ous: { One: {} } })).failed).toEqual([]);
  });

  it("LF7006: is refused with credentials of a member account", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { connect } = await import("../../src/aws/index.ts");
    const { observe } = await import("../../src/resources/index.ts");
    const organizations = await stage.aws.organizations();
    const member = (await organizations.listAccounts({})).Accounts?.find(({ Name }) => Name === "shop-dev")?.Id ?? "";
    const credentials = await stage.emulator.issueAccessKey({ accountId: member });
    const aws = connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: stage.emulator.requestHandler, credentials });
    await expect(observe(aws, { desired: new Map() })).rejects.toThrow(/LF7006/);
  });
});
