import { describe, expect, it } from "vitest";
import { TRUSTED_SERVICES, trustedService } from "./trusted-services.ts";

describe("the services with trusted access", () => {
  it("are named by principals that the API takes, each once", () => {
    const principals = TRUSTED_SERVICES.map(({ principal }) => principal);
    expect(new Set(principals).size).toBe(principals.length);
    for (const principal of principals) expect(principal).toMatch(/^[\w+=,.@-]+\.amazon(aws)?\.com$/);
  });

  it("are found by principal", () => {
    expect(trustedService("sso.amazonaws.com")).toMatchObject({ delegatedAdministrator: true, maxDelegatedAdministrators: 1 });
    expect(trustedService("ram.amazonaws.com")?.delegatedAdministrator).toBe(false);
    expect(trustedService("lambda.amazonaws.com")).toBeUndefined();
  });
});
