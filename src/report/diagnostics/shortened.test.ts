import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { diagnosticsGithub, diagnosticsHuman, diagnosticsJson, diagnosticsJunit, diagnosticsMarkdown, diagnosticsSarif } from "../index.ts";

const name = "x".repeat(10_000);
const fix = `landfall rename ${"y".repeat(200)}`;
const found: Diagnostic = { code: "LF2007", severity: "error", summary: `The key "${name}" is long.`, detail: name, fix };

describe("a name of ten thousand characters", () => {
  it.each([
    ["a screen", diagnosticsHuman([found], { width: 100, color: false, unicode: true })],
    ["Markdown", diagnosticsMarkdown([found], "landfall.config.ts")],
    ["GitHub's annotations", diagnosticsGithub([found])],
    ["JUnit", diagnosticsJunit([found], "landfall.config.ts")],
    ["SARIF", diagnosticsSarif([found], "1.0.0")],
  ])("is cut in %s, with a sign that it is, and the fix is whole", (_form, text) => {
    expect(text.length).toBeLessThan(5_000);
    expect(text).toMatch(/x{60}…/);
    expect(text.replace(/[\s│]/g, "")).toContain("y".repeat(200));
  });

  it("is whole in JSON", () => {
    expect(diagnosticsJson([found], "landfall 1")).toContain(name);
  });
});
