import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";

const PAGE = readFileSync(path.resolve(import.meta.dirname, "../../docs/policy.md"), "utf8");
const examples = [...PAGE.matchAll(/^### (.+?)$|^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm)];

describe("the page about the policy engine", () => {
  it("has examples", () => {
    expect(examples.filter(([, , code]) => code !== undefined)).toHaveLength(9);
  });

  it.each(examples.flatMap(([, , code, printed], index) => (code === undefined || printed === undefined ? [] : [[index, code, printed] as const])))("shows what example %i prints", (index, code, printed) => {
    const file = path.join(inject("installed"), `example-${index}.mjs`);
    writeFileSync(file, code);
    onTestFinished(() => rmSync(file));
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe(printed);
  });
});
