import { describe, expect, it } from "vitest";
import { requestFrom } from "../index.ts";

const SESSION = "arn:aws:sts::111122223333:assumed-role/dev/ann";

describe("a request as one writes it down", () => {
  it("knows the role behind a session by the issuer that is given with it, now one, now another", () => {
    const roles = [undefined, "arn:aws:iam::111122223333:role/team/dev", undefined, "arn:aws:iam::111122223333:role/other/dev"].map((issuerArn) => {
      const { principal, context } = requestFrom({ principal: SESSION, ...(issuerArn === undefined ? {} : { issuerArn }), action: "s3:GetObject" });
      expect(principal.type === "role-session" && principal.roleArn).toBe(context["aws:PrincipalArn"]);
      return context["aws:PrincipalArn"];
    });
    expect(roles).toEqual(["dev", "team/dev", "dev", "other/dev"].map((name) => `arn:aws:iam::111122223333:role/${name}`));
  });

  it("puts the keys that follow from the principal under those that are given, however these are spelled", () => {
    const { context } = requestFrom({ principal: SESSION, action: "s3:GetObject", context: { "AWS:principaltype": "Given", "aws:SourceIp": "192.0.2.1" } });
    expect(Object.keys(context).at(-2)).toBe("AWS:principaltype");
    expect(context).toMatchObject({ "aws:PrincipalAccount": "111122223333", "aws:SourceIp": "192.0.2.1" });
  });

  it("takes the names of keys that are not known in any case", () => {
    const asked = { principal: SESSION, action: "s3:GetObject" };
    for (const kind of ["unknown", "known"] as const) {
      const { contextMode } = requestFrom({ ...asked, contextMode: kind === "unknown" ? { unknown: new Set(["aws:SourceIp"]) } : { known: new Set(["aws:SourceIp"]) } });
      expect(contextMode).toEqual({ [kind]: new Set(["aws:sourceip"]) });
    }
    expect(requestFrom({ ...asked, contextMode: "exact" }).contextMode).toBe("exact");
    expect(requestFrom(asked).contextMode).toBeUndefined();
  });

  it("names what is no action", () => {
    expect(() => requestFrom({ principal: SESSION, action: "GetObject" })).toThrow(/^LF3092 "GetObject" is no action/);
  });

  it("names what is no principal", () => {
    expect(() => requestFrom({ principal: "arn:aws:s3:::bucket", action: "s3:GetObject" })).toThrow(/^LF3090 "arn:aws:s3:::bucket" is no principal/);
  });
});
