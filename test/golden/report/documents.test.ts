import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/plan/index.ts";
import { diagnosticsGithub, diagnosticsJson, diagnosticsJunit, diagnosticsMarkdown, diagnosticsSarif, planJson, planMarkdown, treeJson, tryJson } from "../../../src/report/index.ts";
import { hostileDiagnostics, mixed, oneError } from "./cases/diagnostics.ts";
import { hostileTree } from "./cases/observations.ts";
import { danger, firstApply, hostile, nothing, notWritten, smallChange } from "./cases/plans.ts";
import * as tried from "./cases/tried.ts";
import { expectGolden } from "./golden.ts";

describe("a plan as a comment", () => {
  it.each([
    ["first-apply", firstApply],
    ["small-change", smallChange],
    ["danger", { ...danger, findings: oneError }],
    ["hostile", hostile],
    ["nothing", nothing],
    ["not-written", notWritten],
  ])("reads as expected: %s", (name, plan) => {
    expectGolden(`plan-${name}.md`, planMarkdown(plan));
  });

  it("stays below what a host takes, and says what is left out and where it is", () => {
    const fields = Array.from({ length: 2_000 }, (_, index) => ({ field: `tag a-key-that-is-rather-long-${index}`, before: "業".repeat(20), after: "x" }));
    const large: Plan = { ...smallChange, changes: smallChange.changes.map((change) => ({ ...change, differences: fields })) };
    const text = planMarkdown(large, { whole: "https://ci.example/artifacts/plan.json" });
    expect(Buffer.byteLength(text)).toBeLessThan(64 * 1024);
    expect(text).toMatch(/\d more lines are left out here. The whole plan: `https:\/\/ci.example\/artifacts\/plan.json`/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});

describe("machine forms", () => {
  it("holds a plan with its format and tool", () => {
    const text = planJson(smallChange, "0.1.0");
    expectGolden("plan-small-change.json", text);
    expect(JSON.parse(text)).toMatchObject({ format: "landfall.plan/1", tool: "0.1.0", changes: [{}, {}, {}, {}, {}] });
  });

  it("holds diagnostics in the order of the screen", () => {
    expectGolden("diagnostics-mixed.json", diagnosticsJson(mixed, "0.1.0"));
  });

  it("say what was tried as landfall.try/1", () => {
    expectGolden("try-denied.json", tryJson(tried.denied, "0.1.0"));
  });

  it("holds a tree, nested", () => {
    expectGolden("tree-hostile.json", treeJson(hostileTree, "0.1.0", "acme"));
  });
});

describe("findings for a pipeline", () => {
  it.each([["mixed", mixed], ["hostile", hostileDiagnostics], ["none", []]] as const)("read as expected: %s", (name, diagnostics) => {
    expectGolden(`diagnostics-${name}.sarif`, diagnosticsSarif(diagnostics, "0.1.0"));
    expectGolden(`diagnostics-${name}.xml`, diagnosticsJunit(diagnostics, "landfall.config.ts"));
    expectGolden(`diagnostics-${name}.github`, diagnosticsGithub(diagnostics));
    expectGolden(`diagnostics-${name}.md`, diagnosticsMarkdown(diagnostics, "landfall.config.ts"));
  });

  it("keep their fingerprint when lines move", () => {
    const prints = (text: string): unknown[] => (JSON.parse(text) as { runs: { results: { partialFingerprints: unknown }[] }[] }).runs.flatMap(({ results }) => results.map(({ partialFingerprints }) => partialFingerprints));
    const moved = mixed.map((one) => (one.place === undefined ? one : { ...one, place: { ...one.place, line: one.place.line + 5, endLine: one.place.endLine + 5 } }));
    expect(prints(diagnosticsSarif(moved, "0.1.0"))).toEqual(prints(diagnosticsSarif(mixed, "0.1.0")));
    expect(new Set(prints(diagnosticsSarif(mixed, "0.1.0")).map((print) => JSON.stringify(print))).size).toBe(mixed.length);
  });

  it("stop where GitHub does", () => {
    const [one] = oneError;
    const many = Array.from({ length: 25 }, () => one).filter((diagnostic) => diagnostic !== undefined);
    expect(diagnosticsGithub(many).match(/^::error /gm)).toHaveLength(10);
    expect(diagnosticsGithub(many)).toContain("and 15 more, which GitHub would not show\n25 errors.");
  });
});
