import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AccessModel, accessModel, accountNamed, type AccountPeople, crossAccountGrants, humanPaths, separation, unusedWays } from "../../src/access/index.ts";
import type { Aws } from "../../src/aws/index.ts";
import { scaledClock } from "../../src/emulator/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { loadCatalog } from "../../src/policy/index.ts";
import { observe, readPeople, readRoles } from "../../src/resources/index.ts";
import { openStage, type Stage } from "./stage.ts";

const ORGANIZATION: Organization = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", ous: { Prod: { accounts: { shop: {}, build: {} } } } };
const KEYS = ["shop", "build"];
const trust = (Principal: object, Action = "sts:AssumeRole"): string => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action }] });
const policy = (Action: readonly string[]): string => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });

let stage: Stage;
let organization: AccessModel;

const idOf = (key: string): string => accountNamed(organization, key).id;
const inside = (key: string, role = "OrganizationAccountAccessRole"): Aws => stage.aws.as(`arn:aws:iam::${idOf(key)}:role/${role}`);

/** Users, a provider, and roles for another account, which uses one of them. */
async function makeWaysIn(): Promise<void> {
  const iam = await inside("shop").iam();
  for (const UserName of ["ann", "ci", "idle"]) await iam.createUser({ UserName });
  await iam.createLoginProfile({ UserName: "ann", Password: "Long-enough-1" });
  await iam.createAccessKey({ UserName: "ci" });
  await iam.createOpenIDConnectProvider({ Url: "https://token.actions.githubusercontent.com", ClientIDList: ["sts.amazonaws.com"] });
  await iam.createRole({ RoleName: "release", AssumeRolePolicyDocument: trust({ Federated: `arn:aws:iam::${idOf("shop")}:oidc-provider/token.actions.githubusercontent.com` }, "sts:AssumeRoleWithWebIdentity") });
  for (const RoleName of ["used", "unused"]) await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${idOf("build")}:root` }) });
  await iam.putRolePolicy({ RoleName: "used", PolicyName: "p", PolicyDocument: policy(["iam:ListRoles"]) });
  const caller = inside("build");
  await (await caller.as(`arn:aws:iam::${idOf("shop")}:role/used`).iam()).listRoles({});
}

async function read(): Promise<{ readonly model: AccessModel; readonly people: readonly AccountPeople[] }> {
  const [roles, people] = await Promise.all([Promise.all(KEYS.map((key) => readRoles(inside(key), accountNamed(organization, key).address))), Promise.all(KEYS.map((key) => readPeople(inside(key), accountNamed(organization, key).address)))]);
  return { model: { ...organization, roles: roles.flat(), iamKnown: new Set(KEYS.map((key) => accountNamed(organization, key).address)) }, people };
}

beforeEach(async () => {
  // A session lasts an hour, which has to be longer than all of this.
  stage = await openStage({ clock: scaledClock(200) });
  await stage.apply(ORGANIZATION);
  organization = accessModel(await observe(stage.aws, { desired: expand(ORGANIZATION) }), { homeRegion: "eu-west-1" });
  await makeWaysIn();
});
afterEach(() => stage.emulator.close());

describe("the isolation of accounts as AWS has them", () => {
  it("knows who signs in besides Identity Center", async () => {
    const { model, people } = await read();
    const { paths, unknown } = humanPaths(model, people);
    expect(paths.map(({ who, as, certain }) => [who, as, certain])).toEqual([
      ["who signs in at oidc-provider/token.actions.githubusercontent.com", "role/release", true],
      ["user/ann", "password", true],
      ["user/ci", "1 access key", true],
    ]);
    // The management account was left out of the reading.
    expect([...new Set(unknown.flatMap(({ accounts }) => accounts.map(({ key }) => key)))]).toEqual(["management"]);
  });

  it("knows which ways are used, and which accounts are apart by their roles", async () => {
    const { model } = await read();
    const around = { items: [], catalog: await loadCatalog() };
    const grants = crossAccountGrants(model, around);
    const used = grants.map(({ by, uses }) => [by, uses?.every(({ lastUsedAt }) => lastUsedAt !== undefined)]);
    expect(used).toEqual(expect.arrayContaining([["role/used", true], ["role/unused", false]]));
    const inAYear = new Date(stage.aws.clock.now() + 365 * 86_400_000).toISOString();
    expect(unusedWays(grants, { at: inAYear, days: 90 }).ways.map(({ by, lastUsedAt }) => `${by} ${lastUsedAt === undefined ? "never" : "once"}`).toSorted()).toEqual(["role/unused never", "role/used once"]);
    // Management enters both, build enters shop, and nobody comes from shop; what management trusts was not read.
    expect(separation(model, grants, around)).toMatchObject({ pairs: 6, crossed: 3, uncertain: 2, byRolesOnly: 1 });
  });

  it("does not know what a role may not read", async () => {
    const iam = await inside("shop").iam();
    await iam.createRole({ RoleName: "reader", AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${stage.emulator.managementAccountId}:root` }) });
    await iam.putRolePolicy({ RoleName: "reader", PolicyName: "p", PolicyDocument: policy(["iam:GetAccountAuthorizationDetails", "iam:ListSAMLProviders"]) });
    const people = await readPeople(inside("shop", "reader"), "account:shop");
    expect(people).toEqual({ account: "account:shop", samlProviders: [], users: ["ann", "ci", "idle"].map((name) => ({ name, tags: {} })) });
  });
});
