import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blueprintOrganization, organizationIn } from "../../test/kit/blueprint-organization.ts";
import { organization, scp } from "../../test/kit/review.ts";
import { blueprintFiles, BLUEPRINTS, DEFAULT_ANSWERS, type Extra, EXTRAS, extrasOf } from "../blueprints/index.ts";
import { CODES } from "../diagnostics/index.ts";
import { GROWTHS, type OrganizationalUnit } from "../organization/index.ts";
import { review, RULES } from "./index.ts";

describe.each(BLUEPRINTS.map((one) => [one.name, one] as const))("The blueprint %s", (_name, one) => {
  const found = (...extras: readonly Extra[]) => review(blueprintOrganization(one, DEFAULT_ANSWERS, { extras })).filter(({ severity }) => severity !== "info");

  it("passes every rule, by itself, with each extra, and with all of them", () => {
    expect([found(), ...extrasOf(one).map((extra) => found(extra)), found(...extrasOf(one))].flat()).toEqual([]);
  });
});

describe.each(EXTRAS.filter(({ beside }) => beside !== undefined).map((extra) => [extra.name, extra] as const))("The extra %s", (_name, extra) => {
  it("writes a second organization that passes every rule", () => {
    const one = BLUEPRINTS.find(({ name }) => extra.fits.includes(name));
    const second = organizationIn(one === undefined ? [] : blueprintFiles(one, DEFAULT_ANSWERS, { extras: [extra] }), `${extra.name}/`);
    expect(review(second).filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("review", () => {
  it("says nothing about an organization without faults", () => {
    expect(review(organization())).toEqual([]);
  });

  it("gives every diagnostic the code and the severity of its rule, and a fix", () => {
    const [found] = review(organization({ regions: ["us-east-1"] }));
    expect(found).toMatchObject({ code: "LF2016", severity: "error", path: ["regions"], fix: CODES.get("LF2016")?.fix });
  });

  it("tells what the next size brings as a next step, and what comes after not yet", () => {
    const small = organization({ growth: "foundations", ous: { Security: { accounts: { "log-archive": { purpose: "Logs", owner: "security" } } } } });
    const told = review(small).map(({ code, severity, summary }) => `${code} ${severity} ${summary}`);
    expect(told).toContain("LF2118 info A next step: No account is for security tooling.");
    expect(told.filter((line) => line.includes(" warning "))).toEqual([]);
    const severityAt = (code: string) => GROWTHS.map((growth) => review({ ...small, growth }).find((one) => one.code === code)?.severity);
    expect(severityAt("LF2118")).toEqual([undefined, "info", "warning", "warning"]);
    expect(severityAt("LF2121")).toEqual([undefined, undefined, "info", "warning"]);
    expect(review({ ...small, growth: undefined }).find(({ code }) => code === "LF2121")?.severity).toBe("warning");
  });

  it("works through thousands of accounts by looking at each a few times", () => {
    let reads = 0;
    const counted = { get purpose() { reads++; return "Work"; }, owner: "team" };
    const fifty = (ou: string): OrganizationalUnit => ({ accounts: record(50, `${ou}-`, () => counted) });
    review(organization({ ous: record(100, "ou", fifty), policies: { p: scp() }, root: { policies: ["p"] } }));
    // Once for whether it is there, and once for each account known by what it is for.
    expect(reads).toBe(5 * 5_000);
  });
});

/** So many members, each made from its key. */
const record = <T>(number: number, prefix: string, make: (key: string) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`${prefix}${index}`, make(`${prefix}${index}`)]));

describe("The rules", () => {
  const files = readdirSync(new URL("rules/", import.meta.url)).filter((file) => !/^index|\.test\.ts$/.test(file));

  it("are a file each, named as the rule is, with a test beside it, and all registered", () => {
    expect(RULES.map((rule) => `${rule.name}.ts`).toSorted()).toEqual(files.toSorted());
    for (const rule of RULES) expect(existsSync(new URL(`rules/${rule.name}.test.ts`, import.meta.url)), rule.name).toBe(true);
  });

  it("have a code each, which their test names", () => {
    expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
    for (const rule of RULES) expect(readFileSync(new URL(`rules/${rule.name}.test.ts`, import.meta.url), "utf8")).toContain(rule.code);
  });
});
