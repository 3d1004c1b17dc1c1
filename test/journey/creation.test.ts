import { afterEach, describe, expect, it } from "vitest";
import type { Account, Organization } from "../../src/organization/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const account = (n: number): Account => ({ purpose: `Account ${n} of a test`, stage: "dev", owner: "team" });
const several = (count: number): Record<string, Account> => Object.fromEntries(Array.from({ length: count }, (_, n) => [`account-${n}`, account(n)]));
const inRoot = (accounts: Record<string, Account>): Organization => ({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", root: { accounts } });

describe("accounts that are created at the same time", () => {
  it("are found among those that are in the root already, and are many", async () => {
    stage = await openStage();
    expect((await stage.apply(inRoot(several(23)))).failed).toEqual([]);
    const { plan, failed } = await stage.apply(inRoot(several(30)));
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ action, kind }) => `${action} ${kind}`)).toEqual(Array.from({ length: 7 }, () => "create account"));
    expect((await stage.plan(inRoot(several(30)))).changes).toEqual([]);
  });

  it("LF5002: are not taken for an older account with the e-mail address of one of them", async () => {
    stage = await openStage();
    await stage.apply(inRoot({ old: { ...account(1), email: "one@acme.example" } }));
    const goal = inRoot({ young: { ...account(1), email: "one@acme.example", new: true }, other: { ...account(2), new: true } });
    const { failed, done } = await stage.apply(goal);
    expect(failed.map(({ change, diagnostics }) => [change.address, diagnostics[0]?.summary])).toEqual([["account:young", expect.stringContaining("EMAIL_ALREADY_EXISTS")]]);
    expect(done.map(({ address }) => address)).toEqual(["account:other"]);
  });
});
