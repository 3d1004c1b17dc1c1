import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AccessModel, accessModel, accountNamed, ask, principalIn } from "../../src/access/index.ts";
import type { Aws } from "../../src/aws/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { observe, readRoles } from "../../src/resources/index.ts";
import { openStage, type Stage } from "./stage.ts";

const ORGANIZATION: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  policies: { "no-users": { type: "scp", document: { Version: "2012-10-17", Statement: [{ Sid: "NoUsers", Effect: "Deny", Action: "iam:CreateUser", Resource: "*" }] } } },
  ous: { Prod: { policies: ["no-users"], accounts: { shop: {} } }, Dev: { accounts: { play: {} } } },
};
const ROLE = { name: "deploy", session: "AWSReservedSSO_Operator_0123456789abcdef" };
const text = (Action: string | string[], more: object = {}): string => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*", ...more }] });

let stage: Stage;
let model: AccessModel;

const idOf = (key: string): string => accountNamed(model, key).id;
const inside = (key: string, role = "OrganizationAccountAccessRole"): Aws => stage.aws.as(`arn:aws:iam::${idOf(key)}:role/${role}`);

/** In each account a role with an inline policy, one of the account's own, and a boundary; and one of Identity Center's. */
async function makeRoles(key: string): Promise<void> {
  const iam = await inside(key).iam();
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${stage.emulator.managementAccountId}:root` }, Action: "sts:AssumeRole" }] });
  const boundary = await iam.createPolicy({ PolicyName: "limit", PolicyDocument: text(["iam:CreateUser", "iam:ListRoles"]) });
  const own = await iam.createPolicy({ PolicyName: "lists", PolicyDocument: text(["iam:ListUsers", "iam:ListRoles"]) });
  for (const RoleName of [ROLE.name, ROLE.session]) await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust, ...(RoleName === ROLE.name ? { PermissionsBoundary: boundary.Policy?.Arn } : {}) });
  await iam.putRolePolicy({ RoleName: ROLE.name, PolicyName: "makes-users", PolicyDocument: text("iam:CreateUser") });
  await iam.attachRolePolicy({ RoleName: ROLE.name, PolicyArn: own.Policy?.Arn });
}

beforeEach(async () => {
  stage = await openStage();
  await stage.apply(ORGANIZATION);
  const observation = await observe(stage.aws, { desired: expand(ORGANIZATION) });
  model = accessModel(observation, { homeRegion: "eu-west-1" });
  for (const key of ["shop", "play"]) await makeRoles(key);
  const roles = await Promise.all(["shop", "play"].map((key) => readRoles(inside(key), accountNamed(model, key).address)));
  model = accessModel(observation, { homeRegion: "eu-west-1", roles: roles.flat(), iamKnown: new Set(["account:shop", "account:play"]) });
});
afterEach(() => stage.emulator.close());

const refused = (call: Promise<unknown>): Promise<"allowed" | "denied"> =>
  call.then(
    () => "allowed" as const,
    (error: unknown) => ((error as Error).name === "AccessDenied" ? ("denied" as const) : Promise.reject(error as Error)),
  );

describe("an answer about access", () => {
  it("is what AWS then does: by SCP, by policies of both kinds and by the boundary", async () => {
    for (const key of ["shop", "play"]) {
      const account = accountNamed(model, key);
      const iam = await inside(key, ROLE.name).iam();
      const outcome = (action: string) => ask(model, { principal: principalIn(model, "role/deploy", account), action, ...(action === "iam:CreateUser" ? { resource: `arn:aws:iam::${account.id}:user/ann` } : {}) }).outcome;
      expect([key, outcome("iam:CreateUser")]).toEqual([key, await refused(iam.createUser({ UserName: "ann" }))]);
      // Its own policy allows it, its boundary does not.
      expect([key, outcome("iam:ListUsers")]).toEqual([key, await refused(iam.listUsers({}))]);
      expect([key, outcome("iam:ListRoles")]).toEqual([key, await refused(iam.listRoles({}))]);
    }
    expect(ask(model, { principal: principalIn(model, "role/deploy", accountNamed(model, "shop")), action: "iam:CreateUser" }).outcome).toBe("denied");
    expect(ask(model, { principal: principalIn(model, "role/deploy", accountNamed(model, "play")), action: "iam:ListRoles" }).outcome).toBe("allowed");
  });

  it("knows the roles of Identity Center by their permission sets, who may assume a role, and which are not there", () => {
    const shop = accountNamed(model, "shop");
    expect(principalIn(model, "permission-set/Operator", shop)).toMatchObject({ principal: { roleArn: `arn:aws:iam::${shop.id}:role/${ROLE.session}` }, role: { from: "IAM" } });
    const assume = (word: string, key: string) => ask(model, { principal: principalIn(model, word, accountNamed(model, key)), action: "sts:AssumeRole", resource: `arn:aws:iam::${shop.id}:role/deploy` }).outcome;
    expect([assume("administrator", "management"), assume("administrator", "play")]).toEqual(["allowed", "denied"]);
    expect(() => principalIn(model, "role/deplyo", shop)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3202", suggestion: "role/deploy" })] }));
  });
});
