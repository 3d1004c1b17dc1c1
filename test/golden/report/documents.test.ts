import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/plan/index.ts";
import { diagnosticsJson, planJson, planMarkdown, treeJson } from "../../../src/report/index.ts";
import { mixed, oneError } from "./cases/diagnostics.ts";
import { hostileTree } from "./cases/observations.ts";
import { danger, firstApply, hostile, nothing, smallChange } from "./cases/plans.ts";
import { expectGolden } from "./golden.ts";

describe("a plan as a comment", () => {
  it.each([
    ["first-apply", firstApply],
    ["small-change", smallChange],
    ["danger", { ...danger, findings: oneError }],
    ["hostile", hostile],
    ["nothing", nothing],
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

  it("holds a tree, nested", () => {
    expectGolden("tree-hostile.json", treeJson(hostileTree, "0.1.0", "acme"));
  });
});
