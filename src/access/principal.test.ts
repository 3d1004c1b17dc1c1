import { describe, expect, it } from "vitest";
import { accountNamed, hasUnknown, principalIn } from "./index.ts";
import { canBeNamed } from "./principal.ts";
import { acme } from "./testing/acme.ts";

const model = acme();
const shop = accountNamed(model, "shop-prod");
const named = (word: string) => principalIn(model, word, shop);

it.each([["deploy", true], ["platform/deploy-1", true], ["a+=,.@-_", true], ["", false], ["x*", false], ["a/b?/c", false], ["a b", false], ["a\u001Bb", false], ["a".repeat(64), true], ["a".repeat(65), false], [`${"p".repeat(511)}/a`, false]])("a role may be called %j: %s", (name, can) => {
  expect(canBeNamed(name)).toBe(can);
});

describe("the words for principals", () => {
  it.each([
    ["root", { kind: "root", principal: { type: "root", arn: `arn:aws:iam::${shop.id}:root` } }],
    ["administrator", { kind: "administrator", principal: { roleArn: `arn:aws:iam::${shop.id}:role/administrator` } }],
    ["role/deploy", { kind: "role", principal: { roleArn: `arn:aws:iam::${shop.id}:role/deploy` }, role: { from: "the file" } }],
    ["deploy", { word: "role/deploy", kind: "role" }],
    ["role/team/other", { kind: "role", principal: { roleArn: `arn:aws:iam::${shop.id}:role/team/other` } }],
    ["permission-set/Admin", { kind: "permission-set", principal: { roleArn: `arn:aws:iam::${shop.id}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef` } }],
    ["user/ann", { kind: "user", principal: { type: "user" } }],
    ["service:ec2.amazonaws.com", { kind: "service", principal: { names: ["ec2.amazonaws.com"] } }],
    ["ec2.amazonaws.com", { kind: "service" }],
    ["anonymous", { kind: "anonymous", principal: { type: "anonymous" } }],
    ["organization:o-other", { kind: "outside", organizationId: "o-other", principal: { outsideOrganization: true } }],
    ["arn:aws:iam::222222222222:root", { kind: "root", account: { key: "log-archive" } }],
    ["arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Reader_aaaaaaaaaaaaaaaa/ann", { kind: "permission-set", role: { name: "Reader" } }],
    ["arn:aws:iam::123412341234:role/x", { kind: "outside", principal: { outsideOrganization: true } }],
  ])("knows %s", (word, expected) => {
    expect(named(word)).toMatchObject(expected);
  });

  it("says which policies it does not know", () => {
    expect(hasUnknown(named("role/deploy").permissions)).toBe(false);
    expect(named("role/other").permissions.identity.unknown).toEqual(["its policies"]);
    expect(named("permission-set/Reader").permissions.identity.unknown).toEqual(["SecurityAudit"]);
    expect(named("OrganizationAccountAccessRole").permissions.identity.unknown).toEqual([]);
  });

  it("knows a role only where it is declared", () => {
    expect(hasUnknown(principalIn(model, "role/deploy", accountNamed(model, "log-archive")).permissions)).toBe(true);
  });

  it.each(["service:", "service:ec2", "organization:", "organization:acme", "user/", "role/x*", "user/a b", `role/${"a".repeat(65)}`])("takes %s for nobody", (word) => {
    expect(() => named(word)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3202" })] }));
  });

  it("suggests the whole name of a service", () => {
    expect(() => named("service:ec2")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ suggestion: "service:ec2.amazonaws.com" })] }));
  });

  it("suggests the nearest for a word that names nobody", () => {
    expect(() => named("deplyo")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3202", suggestion: "deploy" })] }));
  });
});
