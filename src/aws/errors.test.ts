import { describe, expect, it } from "vitest";
import { LandfallError } from "../diagnostics/index.ts";
import { explainAwsError, rememberOperation } from "./errors.ts";

function explained(error: Error): { code: string | undefined; reason: string | undefined; summary: string | undefined } {
  rememberOperation(error, "organizations:AttachPolicy");
  const found = explainAwsError(error);
  return { code: found?.diagnostics[0]?.code, reason: found?.reason, summary: found?.diagnostics[0]?.summary };
}
const named = (name: string, more: object = {}): Error => Object.assign(new Error("words of AWS"), { name, ...more });

describe("explainAwsError", () => {
  it.each([
    ["LF7001", "credentials", named("CredentialsProviderError")],
    ["LF7002", "credentials", named("ExpiredTokenException")],
    ["LF7003", "credentials", named("AccessDeniedException")],
    ["LF7004", "failed", named("Error", { code: "ECONNREFUSED" })],
    ["LF7005", "failed", named("ConstraintViolationException", { Reason: "OU_DEPTH_LIMIT_EXCEEDED" })],
  ])("%s: says what happened, with the call", (code, reason, error) => {
    const found = explained(error);
    expect(found).toMatchObject({ code, reason });
    if (code !== "LF7001") expect(found.summary).toContain("organizations:AttachPolicy");
  });

  it.each([
    ["with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-a/service_control_policy/p-b", "a service control policy denies it"],
    ["because no service control policy allows the iam:GetRole action", "no service control policy allows it"],
  ])("does not ask for more permissions where the organization denies: %s", (words, summary) => {
    const error = Object.assign(named("AccessDenied"), { message: `User: a is not authorized to perform: iam:GetRole on resource: role b ${words}` });
    rememberOperation(error, "iam:GetRole");
    const [found] = explainAwsError(error)?.diagnostics ?? [];
    expect(found?.summary).toBe(`AWS refused iam:GetRole: ${summary}.`);
    expect(found?.fix).toMatch(/^No policy of the role helps against that\. Let the role through/);
  });

  it("names the policy that would allow what was denied", () => {
    const error = named("AccessDenied");
    rememberOperation(error, "organizations:ListRoots");
    expect(explainAwsError(error)?.diagnostics[0]?.fix).toContain("landfall doctor --print-policy read");
    rememberOperation(error, "organizations:AttachPolicy");
    expect(explainAwsError(error)?.diagnostics[0]?.fix).toContain("landfall doctor --print-policy write");
  });

  it("names the role that could not be taken, and not the call that was to follow", () => {
    const error = named("AccessDenied", { message: "User: arn:aws:iam::111111111111:user/admin is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/nope" });
    expect(explained(error)).toMatchObject({ code: "LF7003", summary: "AWS refused sts:AssumeRole: the credentials may not take the role arn:aws:iam::111111111111:role/nope." });
  });

  it("keeps AWS's reason in the summary", () => {
    expect(explained(named("ConstraintViolationException", { Reason: "OU_DEPTH_LIMIT_EXCEEDED" })).summary).toContain("OU_DEPTH_LIMIT_EXCEEDED");
  });

  it("leaves landfall's own errors as they are, and does not claim a defect for AWS's", () => {
    const own = new LandfallError({ code: "LF7006", severity: "error", summary: "x" });
    expect(explainAwsError(own)).toBe(own);
    expect(explainAwsError(new TypeError("undefined is not a function"))).toBeUndefined();
  });
});
