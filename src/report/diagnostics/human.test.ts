import { describe, expect, it } from "vitest";
import { fixLines } from "./human.ts";

const STYLE = { width: 40, color: false, unicode: true };

describe("a fix", () => {
  it("continues commands for a shell, and leaves a part of the file as it is", () => {
    const fix = 'Write it:\n\n  expectations: {\n    "no keys": { cannot: ["iam:CreateAccessKey"], ous: ["Prod"] },\n  },\n\nThen:\n\n  landfall test production --format junit --chdir x';
    expect(fixLines(fix, STYLE)).toEqual([
      "Fix: Write it:",
      "",
      "  expectations: {",
      '    "no keys": { cannot: ["iam:CreateAccessKey"], ous: ["Prod"] },',
      "  },",
      "",
      "Then:",
      "",
      "  landfall test production --format \\",
      "    junit --chdir x",
      "",
    ]);
  });
});
