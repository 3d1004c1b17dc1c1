import { describe, expect, it } from "vitest";
import { LandfallError } from "../diagnostics/index.ts";
import { checkSums } from "./check-sums.ts";
import type { Imported } from "./importer.ts";
import { startOf } from "./places.ts";
import { Tally } from "./tally.ts";

function importedBy(tally: Tally, organization: Partial<Imported["organization"]> = {}): Imported {
  return {
    organization: { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], ...organization },
    files: [],
    notCarried: tally.notCarried,
    counts: tally.counts(),
    notes: [],
  };
}

const codesOf = (check: () => void): string[] => {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof LandfallError) return error.diagnostics.map(({ code, summary }) => `${code} ${summary}`);
    throw error;
  }
};

describe("the sums of an import", () => {
  it("hold when everything found was carried or left", () => {
    const tally = new Tally();
    tally.find("ou", "Security", startOf("x")).carry();
    tally.find("ou", "Suspended", startOf("x")).leave("it is ignored");
    expect(codesOf(() => checkSums(importedBy(tally, { ous: { Security: {} } })))).toEqual([]);
  });

  it("are off with LF6006 when a thing that was found has no fate", () => {
    const tally = new Tally();
    tally.find("setting", "quarantine", startOf("x"));
    expect(codesOf(() => checkSums(importedBy(tally)))).toEqual(["LF6006 The sums of the import are off: setting: found 1, carried 0, not carried 0."]);
  });

  it("are off when the organization does not hold what was carried", () => {
    const tally = new Tally();
    tally.find("account", "Audit", startOf("x")).carry();
    expect(codesOf(() => checkSums(importedBy(tally)))).toEqual(["LF6006 The sums of the import are off: account: carried 1 and implied 0, but the organization holds 0."]);
  });

  it("are off when the organization holds an attachment that nobody stated", () => {
    const organization = { policies: { p: { type: "scp", file: "p.json" } }, root: { policies: ["p"] } } as const;
    const tally = new Tally();
    tally.find("policy", "P", startOf("x")).carry();
    expect(codesOf(() => checkSums(importedBy(tally, organization)))[0]).toContain("attachment: carried 0 and implied 0, but the organization holds 1");
  });

  it("are off when an account administers a service that nobody delegated", () => {
    const found = codesOf(() => checkSums(importedBy(new Tally(), { delegatedAdministrators: { "config.amazonaws.com": ["a", "b"] } })));
    expect(found[0]).toContain("delegation: carried 0 and implied 0, but the organization holds 2");
  });

  it("count implied things apart", () => {
    const tally = new Tally();
    tally.find("ou", "A/B", startOf("x")).carry();
    tally.imply("ou");
    expect(codesOf(() => checkSums(importedBy(tally, { ous: { A: { ous: { B: {} } } } })))).toEqual([]);
  });

  it("cannot decide about one thing twice", () => {
    const finding = new Tally().find("ou", "Security", startOf("x"));
    finding.carry();
    expect(() => finding.leave("again")).toThrow("decided about twice");
  });
});
