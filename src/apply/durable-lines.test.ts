import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DurableLines } from "./durable-lines.ts";

it("keeps lines in their order, however many come at once, and says when each is there", async () => {
  const dir = await mkdtemp(join(tmpdir(), "landfall-lines-"));
  const path = join(dir, "lines");
  const file = await open(path, "a");
  const lines = new DurableLines(file);
  try {
    const numbers = Array.from({ length: 50 }, (_, n) => String(n));
    await Promise.all(numbers.map(async (number) => {
      await lines.add(number);
      expect((await readFile(path, "utf8")).split("\n")).toContain(number);
    }));
    expect(await readFile(path, "utf8")).toBe(`${numbers.join("\n")}\n`);
  } finally {
    await file.close();
    await rm(dir, { recursive: true });
  }
  await expect(lines.add("after the end")).rejects.toThrow();
  await expect(lines.add("and again")).rejects.toThrow();
});
