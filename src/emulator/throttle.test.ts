import { describe, expect, it } from "vitest";
import { Throttles } from "./throttle.ts";

/** How many of the calls pass. */
const passing = (calls: readonly (object | undefined)[]): number => calls.filter((error) => error === undefined).length;
const times = (count: number, call: () => object | undefined): (object | undefined)[] => Array.from({ length: count }, call);

describe("throttles", () => {
  it("let the published burst through, and then the published rate", () => {
    const throttles = new Throttles();
    const create = (now: number) => () => throttles.check("organizations", "CreatePolicy", { accountId: "1" }, now);
    expect(passing(times(10, create(0)))).toBe(3);
    expect(passing(times(10, create(1_000)))).toBe(2);
  });

  it("answer as AWS does", () => {
    const throttles = new Throttles();
    const [, second] = times(2, () => throttles.check("organizations", "CloseAccount", { accountId: "1" }, 0));
    expect(second).toMatchObject({ code: "TooManyRequestsException", status: 400, fields: { Type: "RATE" } });
  });

  it("hold for Account Management too, which answers in its own way", () => {
    const throttles = new Throttles();
    const [, second] = times(2, () => throttles.check("account", "EnableRegion", { accountId: "1" }, 0));
    expect(second).toMatchObject({ code: "TooManyRequestsException", status: 429, fields: {} });
  });

  it("count accounts apart, but share what the organization has together", () => {
    const throttles = new Throttles();
    const list = (accountId: string, organizationId?: string) => () => throttles.check("organizations", "ListRoots", { accountId, organizationId }, 0);
    expect(passing(times(5, list("1", "o-a")))).toBe(2);
    expect(passing(times(5, list("2", "o-a")))).toBe(1);
    expect(passing(times(5, list("3", "o-b")))).toBe(2);
    expect(passing(times(5, list("4")))).toBe(2);
  });

  it("leave alone what has no published rate", () => {
    expect(passing(times(100, () => new Throttles().check("sts", "GetCallerIdentity", { accountId: "1" }, 0)))).toBe(100);
  });
});
