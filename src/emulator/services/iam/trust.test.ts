import { CreateRoleCommand, CreateUserCommand, DeleteUserCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, policy, Stage, trust } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const create = (AssumeRolePolicyDocument: string, RoleName = "role") => stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
const user = (name: string): string => `arn:aws:iam::${MANAGEMENT}:user/${name}`;

describe("a trust policy", () => {
  it.each([
    ["an account", { AWS: "123456789012" }],
    ["the root of an account", { AWS: "arn:aws:iam::123456789012:root" }],
    ["a user of an account that is not here", { AWS: "arn:aws:iam::123456789012:user/path/ann" }],
    ["a session", { AWS: `arn:aws:sts::${MANAGEMENT}:assumed-role/role/session` }],
    ["everybody", { AWS: "*" }],
    ["everybody, in short", "*"],
    ["services", { Service: ["ec2.amazonaws.com", "ssm.amazonaws.com"] }],
    ["a SAML provider", { Federated: `arn:aws:iam::${MANAGEMENT}:saml-provider/okta` }],
    ["an OIDC provider", { Federated: `arn:aws:iam::${MANAGEMENT}:oidc-provider/token.actions.githubusercontent.com` }],
    ["a web identity", { Federated: "accounts.google.com" }],
  ])("may name %s", async (_, principal) => {
    await create(trust(principal));
  });

  it.each([
    ["a user who does not exist", { AWS: user("nobody") }, `"AWS":"${user("nobody")}"`],
    ["a role who does not exist", { AWS: `arn:aws:iam::${MANAGEMENT}:role/none` }, `"AWS":"arn:aws:iam::${MANAGEMENT}:role/none"`],
    ["part of an account's roles", { AWS: `arn:aws:iam::${MANAGEMENT}:role/a*` }, `"AWS":"arn:aws:iam::${MANAGEMENT}:role/a*"`],
    ["something else", { AWS: "ann" }, '"AWS":"ann"'],
    ["no service", { Service: "ec2" }, '"SERVICE":"ec2"'],
    ["no provider", { Federated: "okta" }, '"FEDERATED":"okta"'],
    ["a canonical user", { CanonicalUser: "abc" }, '"CANONICALUSER":"abc"'],
  ])("must not name %s", async (_, principal, named) => {
    expect(await failure(create(trust(principal)))).toBe(`MalformedPolicyDocument: Invalid principal in policy: ${named}`);
  });

  it.each([
    ["no JSON", "{", "This policy contains invalid Json"],
    ["a resource", trust({ AWS: "*" }, { Resource: "*" }), "Has prohibited field Resource"],
    ["nobody to trust", policy({ Effect: "Allow", Action: "sts:AssumeRole" }), "Missing required field Principal"],
    ["all but one", policy({ Effect: "Allow", NotPrincipal: "*", Action: "sts:AssumeRole" }), "Has prohibited field NotPrincipal"],
    ["another action", policy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject" }), "AssumeRole policy may only specify STS AssumeRole actions."],
    ["no action", policy({ Effect: "Allow", Principal: "*" }), "Policy statement must contain actions."],
    ["an unknown element", policy({ Effect: "Allow", Principal: "*", Action: "sts:*", Actoin: "x" }), "Unknown field Actoin"],
  ])("with %s is refused", async (_, document, message) => {
    expect(await failure(create(document))).toBe(`MalformedPolicyDocument: ${message}`);
  });

  it("keeps who a user was: once he is deleted it shows his id, even if another takes his name", async () => {
    const { User } = await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    await create(trust({ AWS: user("ann") }));
    const shown = async () => decodeURIComponent((await stage.iam().send(new GetRoleCommand({ RoleName: "role" }))).Role?.AssumeRolePolicyDocument ?? "");
    expect(await shown()).toContain(user("ann"));
    await stage.iam().send(new DeleteUserCommand({ UserName: "ann" }));
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    expect(await shown()).toBe(trust({ AWS: User?.UserId }));
  });
});
