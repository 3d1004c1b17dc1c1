import { describe, expect, it } from "vitest";
import { contextOfPrincipal } from "./derived-context.ts";
import { requestFrom } from "./plain-request.ts";
import { isServiceLinkedRole, principalFromText } from "./principal.ts";

const account = { accountId: "111122223333" };

describe("principalFromText", () => {
  it.each([
    ["arn:aws:iam::111122223333:root", { type: "root" }],
    ["111122223333", { type: "root", arn: "arn:aws:iam::111122223333:root" }],
    ["arn:aws:iam::111122223333:user/path/ann", { type: "user" }],
    ["arn:aws-cn:iam::111122223333:role/path/dev", { type: "role-session", roleArn: "arn:aws-cn:iam::111122223333:role/path/dev" }],
    ["arn:aws:sts::111122223333:assumed-role/dev/ann", { type: "role-session", roleArn: "arn:aws:iam::111122223333:role/dev" }],
    ["arn:aws:sts::111122223333:federated-user/ann", { type: "federated-user", issuerArn: "arn:aws:iam::111122223333:user/ann" }],
  ])("reads %s", (text, principal) => {
    expect(principalFromText(text)).toMatchObject({ ...principal, ...account });
  });

  it("takes the issuer of a session from elsewhere", () => {
    const role = "arn:aws:iam::111122223333:role/path/dev";
    expect(principalFromText("arn:aws:sts::111122223333:assumed-role/dev/ann", role)).toMatchObject({ roleArn: role });
  });

  it("reads services and providers", () => {
    expect(principalFromText("s3.amazonaws.com")).toEqual({ type: "service", names: ["s3.amazonaws.com"] });
    expect(principalFromText("ec2.amazonaws.com.cn")).toMatchObject({ type: "service" });
    expect(principalFromText("alexa-appkit.amazon.com")).toMatchObject({ type: "service" });
    expect(principalFromText("www.amazon.com")).toMatchObject({ type: "web-identity" });
    expect(principalFromText("cognito-identity.amazonaws.com")).toMatchObject({ type: "web-identity" });
    expect(principalFromText("accounts.google.com")).toMatchObject({ type: "web-identity" });
    expect(principalFromText("anonymous")).toEqual({ type: "anonymous" });
    expect(principalFromText("arn:aws:iam::111122223333:oidc-provider/token.example")).toMatchObject({ type: "web-identity" });
    expect(principalFromText("arn:aws:iam::111122223333:saml-provider/corp")).toMatchObject({ type: "saml" });
  });

  it("knows no other ARN", () => {
    expect(principalFromText("arn:aws:s3:::bucket")).toBeUndefined();
    expect(principalFromText("arn:aws:iam::111122223333:group/g")).toBeUndefined();
    expect(principalFromText("arn:aws")).toBeUndefined();
  });
});

describe("isServiceLinkedRole", () => {
  it("looks at the path and the reserved name, of roles only", () => {
    expect(isServiceLinkedRole("arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/X")).toBe(true);
    expect(isServiceLinkedRole("arn:aws:iam::111122223333:role/AWSServiceRoleForECS")).toBe(true);
    expect(isServiceLinkedRole("arn:aws:iam::111122223333:role/team/AWSServiceRoleForECS")).toBe(false);
    expect(isServiceLinkedRole("arn:aws:iam::111122223333:user/aws-service-role/x")).toBe(false);
  });
});

/** IAM User Guide, "AWS global condition context keys". */
describe("contextOfPrincipal", () => {
  const contextOf = (text: string, issuer?: string) => contextOfPrincipal(principalFromText(text, issuer) ?? { type: "anonymous" });

  it("has the role for a session, with its path", () => {
    expect(contextOf("arn:aws:sts::111122223333:assumed-role/dev/ann", "arn:aws:iam::111122223333:role/p/dev")).toMatchObject({
      "aws:PrincipalArn": "arn:aws:iam::111122223333:role/p/dev",
      "aws:PrincipalAccount": "111122223333",
      "aws:PrincipalType": "AssumedRole",
    });
  });

  it("has aws:username for IAM users only", () => {
    expect(contextOf("arn:aws:iam::111122223333:user/p/ann")).toMatchObject({ "aws:username": "ann", "aws:PrincipalType": "User" });
    expect(contextOf("111122223333")).not.toHaveProperty("aws:username");
  });

  it("says anonymous for the account of an unsigned request", () => {
    expect(contextOfPrincipal({ type: "anonymous" })).toMatchObject({ "aws:PrincipalAccount": "anonymous", "aws:userid": "anonymous" });
  });

  it("does not say of calls without AWS's credentials whether a service makes them", () => {
    expect(contextOfPrincipal({ type: "anonymous" })).not.toHaveProperty("aws:PrincipalIsAWSService");
    expect(contextOf("accounts.google.com")).toEqual({});
  });

  it("names services that call as themselves", () => {
    expect(contextOf("s3.amazonaws.com")).toEqual({ "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": "s3.amazonaws.com", "aws:PrincipalServiceNamesList": ["s3.amazonaws.com"] });
    expect(contextOf("arn:aws:sts::111122223333:federated-user/ann")).toMatchObject({ "aws:userid": "111122223333:ann" });
  });
});

describe("requestFrom", () => {
  it("puts what follows from the principal under what is given", () => {
    const request = requestFrom({ principal: "arn:aws:iam::111122223333:user/ann", action: "s3:GetObject", context: { "aws:username": "bob" } });
    expect(request).toMatchObject({ principal: { type: "user" }, action: "s3:GetObject", context: { "aws:username": "bob", "aws:PrincipalType": "User" } });
  });

  it("refuses a text that names no principal", () => {
    expect(() => requestFrom({ principal: "arn:aws:s3:::b", action: "s3:GetObject" })).toThrow("LF3090");
    for (const principal of ["*", "", "ann", "12345", "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E336V70R8E3QKE"]) expect(() => requestFrom({ principal, action: "s3:GetObject" }), principal).toThrow("LF3090");
  });
});
