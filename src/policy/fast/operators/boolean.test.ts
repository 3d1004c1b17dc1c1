import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "Boolean condition operators". */
describe("Bool", () => {
  const key = "aws:SecureTransport";

  it("matches true and false, as texts or values, in any case", () => {
    expect(holds({ Bool: { [key]: "true" } }, { [key]: "true" })).toBe("yes");
    expect(holds({ Bool: { [key]: false } }, { [key]: "False" })).toBe("yes");
    expect(holds({ Bool: { [key]: "false" } }, { [key]: "true" })).toBe("no");
    expect(holds({ Bool: { [key]: ["false", "true"] } }, { [key]: "true" })).toBe("yes");
  });

  it("does not match a key that is not present: Deny with Bool false lets it pass", () => {
    expect(holds({ Bool: { [key]: "false" } })).toBe("no");
    expect(holds({ BoolIfExists: { [key]: "false" } })).toBe("yes");
  });

  it("does not read anything else", () => {
    expect(holds({ Bool: { [key]: "yes" } }, { [key]: "yes" })).toBe("no");
    expect(holds({ Bool: { [key]: "true" } }, { [key]: "1" })).toBe("no");
  });

  it("takes policy variables", () => {
    expect(holds({ Bool: { [key]: "${aws:PrincipalTag/tls}" } }, { [key]: "true", "aws:PrincipalTag/tls": "TRUE" })).toBe("yes");
    expect(holds({ Bool: { [key]: "${aws:PrincipalTag/tls}" } }, { [key]: "true", "aws:PrincipalTag/tls": "false" })).toBe("no");
    expect(holds({ Bool: { [key]: "${aws:PrincipalTag/tls}" } }, { [key]: "x", "aws:PrincipalTag/tls": "x" })).toBe("no");
  });
});
