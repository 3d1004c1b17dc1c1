import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

const EXPECTED = join(import.meta.dirname, "expected");

/**
 * Compares a screen with its file under `expected/`, exactly. After a wanted change:
 * `UPDATE_GOLDEN=1 npx vitest run test/golden/report`, and look at the difference.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(EXPECTED, name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing; make it with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
