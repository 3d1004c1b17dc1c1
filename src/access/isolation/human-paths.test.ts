import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../policy/index.ts";
import type { AccessModel, KnownRole } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { chained } from "../testing/chain.ts";
import { type AccountPeople, humanPaths, type KnownUser } from "./index.ts";

const model = chained();
const addresses = [...model.accounts.keys()];
const trusting = (Principal: Readonly<Record<string, string>>, Action = "sts:AssumeRole"): PolicyDocument => ({ Version: "2012-10-17", Statement: { Effect: "Allow", Principal, Action } });
const role = (name: string, trust: PolicyDocument, path = "/"): KnownRole => ({ kind: "role", name, path, accounts: new Set(["account:build"]), permissions: ADMINISTRATOR_PERMISSIONS, trust, from: "IAM" });
const known = (...roles: readonly KnownRole[]): AccessModel => ({ ...model, roles, iamKnown: new Set(addresses) });
const nobody = (more: Partial<AccountPeople> = {}): AccountPeople[] =>
  addresses.map((account) => ({ account, users: [], samlProviders: [], oidcProviders: [], root: { hasKeys: false, hasPassword: false }, ...(account === "account:build" ? more : {}) }));
const ways = (of: AccessModel, people: readonly AccountPeople[]) => humanPaths(of, people).paths.map(({ kind, who, as, certain }) => [kind, who, as, certain]);

const PROVIDER = (kind: string, name: string): string => `arn:aws:iam::444444444444:${kind}-provider/${name}`;
const SSO = PROVIDER("saml", "AWSSSO_0123456789abcdef_DO_NOT_DELETE");

describe("people besides Identity Center", () => {
  it("are proven to be none where all is known and nothing lets them in", () => {
    const ofIdentityCenter = role("AWSReservedSSO_Admin_0123456789abcdef", trusting({ Federated: SSO }, "sts:AssumeRoleWithSAML"), "/aws-reserved/sso.amazonaws.com/");
    expect(humanPaths(known(ofIdentityCenter), nobody({ samlProviders: [SSO], users: [{ name: "old", hasPassword: false, activeKeys: 0, tags: {} }] }))).toEqual({ paths: [], unknown: [] });
  });

  it("are users with a password or keys, and root users", () => {
    const users: readonly KnownUser[] = [{ name: "ann", hasPassword: true, activeKeys: 2, tags: { purpose: "emergencies" } }, { name: "ci", hasPassword: false, activeKeys: 1, tags: {} }, { name: "who", tags: {} }];
    expect(ways(known(), nobody({ users, root: { hasKeys: true, hasPassword: true } }))).toEqual([
      ["user", "user/ann", "password and 2 access keys", true],
      ["user", "user/ci", "1 access key", true],
      ["user", "user/who", "password and access keys not known", false],
      ["root", "root", "password and access keys", true],
    ]);
    expect(humanPaths(known(), nobody({ users })).paths.map(({ purpose }) => purpose)).toEqual(["emergencies", undefined, undefined]);
  });

  it("take roles through providers of identities, certificates, accounts outside and IAM users", () => {
    const roles = [
      role("staff", trusting({ Federated: PROVIDER("saml", "okta") }, "sts:AssumeRoleWithSAML")),
      role("ci", trusting({ Federated: PROVIDER("oidc", "token.actions.githubusercontent.com") }, "sts:AssumeRoleWithWebIdentity")),
      role("app", trusting({ Federated: "cognito-identity.amazonaws.com" }, "sts:AssumeRoleWithWebIdentity")),
      role("plant", trusting({ Service: "rolesanywhere.amazonaws.com" })),
      role("partner", trusting({ AWS: "arn:aws:iam::777777777777:root" })),
      role("desk", trusting({ AWS: "arn:aws:iam::444444444444:user/ann" })),
      role("deploy", trusting({ AWS: "arn:aws:iam::444444444444:role/pipeline" })),
      role("ec2", trusting({ Service: "ec2.amazonaws.com" })),
    ];
    expect(ways(known(...roles), nobody()).map(([kind, , as]) => [kind, as])).toEqual([["saml", "role/staff"], ["oidc", "role/ci"], ["web-identity", "role/app"], ["certificate", "role/plant"], ["outside", "role/partner"], ["user-role", "role/desk"]]);
  });

  it("may come through a provider that no known role trusts", () => {
    const okta = PROVIDER("saml", "okta");
    expect(ways(known(), nobody({ samlProviders: [okta] }))).toEqual([["saml", "who signs in at saml-provider/okta", "no role that is known to trust it", false]]);
    expect(ways(known(role("staff", trusting({ Federated: okta }, "sts:AssumeRoleWithSAML"))), nobody({ samlProviders: [okta] }))).toHaveLength(1);
  });

  it("are not known where IAM was not read, or not whole", () => {
    expect(humanPaths(model, []).unknown.map(({ what, accounts }) => [what, accounts.length])).toEqual([["roles", 7], ["IAM users", 7], ["SAML providers", 7], ["OIDC providers", 7], ["root users", 7]]);
    const { users: _, ...rest } = nobody()[1] as AccountPeople;
    const partly = nobody().map((one) => (one.account === rest.account ? rest : one));
    expect(humanPaths(known(), partly).unknown).toMatchObject([{ what: "IAM users", accounts: [{ address: rest.account }] }]);
  });
});
