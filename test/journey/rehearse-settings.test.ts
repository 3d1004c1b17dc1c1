import { afterEach, expect, it } from "vitest";
import { expand, NO_STATEMENTS } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

it("a rehearsal copies contacts, root access and a delegation policy that names accounts by id, and changes them", async () => {
  stage = await openStage();
  await stage.apply(SMALL);
  const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
  const AWS = Accounts.find(({ Name }) => Name === "log-archive")?.Id ?? "";
  const withActions = (...Action: string[]): Organization => ({
    ...SMALL,
    contacts: { security: { name: "S", title: "Team", email: "s@acme.example", phone: "1" } },
    rootAccess: ["RootSessions"],
    delegationPolicy: { document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS }, Action, Resource: "*" }] } },
  });
  expect((await stage.apply(withActions("organizations:ListRoots"))).failed).toEqual([]);
  const desired = expand(withActions("organizations:ListRoots", "organizations:ListAccounts"));
  const observation = await observe(stage.aws, { desired });
  const { plan, result, after } = await rehearse({ name: "acme", homeRegion: "eu-west-1", desired, statements: NO_STATEMENTS, observation, seed: "s", emit: () => {} });
  expect(plan.changes.map(({ address, action }) => [address, action])).toEqual([["delegation-policy", "update"]]);
  expect(result.failed).toEqual([]);
  expect(after.changes).toEqual([]);
});
