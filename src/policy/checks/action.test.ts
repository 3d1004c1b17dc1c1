import { describe, expect, it } from "vitest";
import type { PolicyDocumentKind } from "../document.ts";
import { validatePolicy } from "../validate.ts";

const told = (Action: string, kind: PolicyDocumentKind = "scp") =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action, Resource: "*", ...(kind === "rcp" ? { Principal: "*" } : {}) } }, kind).map(
    ({ code, severity }) => `${code} ${severity}`,
  );

describe("an action", () => {
  it("is SERVICE:NAME with wildcards anywhere in the name", () => {
    for (const action of ["*", "s3:*", "iam:*User", "ec2:Run?nstances", "execute-api:Invoke", "S3:getobject"]) expect(told(action)).toEqual([]);
  });

  it("has one colon and a service without wildcards: LF3025", () => {
    for (const action of ["s3", "s3*", ":Get", "s3:Get:Object", "*:Get*", "", "<action>"]) expect(told(action)).toContain("LF3025 error");
  });

  it("has no spaces or commas: LF3026, because AWS stores it and it matches nothing", () => {
    for (const action of ["s3: GetObject", "s3:GetObject,s3:PutObject ", "s3:", "s3 :*"]) expect(told(action)).toHaveLength(1);
    expect(told("s3: GetObject")).toEqual(["LF3026 warning"]);
  });

  it("is told as a placeholder only, when it is one", () => {
    expect(told("s3:<action>")).toEqual(["LF3037 warning"]);
  });

  it("names a service in an RCP: LF3027", () => {
    expect(told("*", "rcp")).toEqual(["LF3027 error"]);
    expect(told("sts:*", "rcp")).toEqual([]);
  });
});
