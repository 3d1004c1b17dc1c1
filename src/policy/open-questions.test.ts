import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OPEN_QUESTIONS } from "./open-questions.ts";

const code = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("open-questions.ts"))
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
  .join("\n")
  .replaceAll(/\n\s*(?:\/\/|\*)/g, " ");

describe("the open questions", () => {
  it("have ids of their own", () => {
    const ids = OPEN_QUESTIONS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("are each named by the code that decides them, but for what is not looked at", () => {
    expect(OPEN_QUESTIONS.map(({ id }) => id).filter((id) => !code.includes(id))).toEqual(["beyond-policies"]);
  });

  it("are all that the code names", () => {
    const named = [...code.matchAll(/[Oo]pen questions?\s+([a-z]+(?:-[a-z0-9]+)+)/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !OPEN_QUESTIONS.some((question) => question.id === id))).toEqual([]);
  });
});
