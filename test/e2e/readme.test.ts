import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const README = readFileSync(path.resolve(import.meta.dirname, "../../README.md"), "utf8");
const blocks = [...README.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = "", text = ""]) => ({ language, text }));

/** The commands that the README tells to type, without their remarks. */
const commands = blocks.flatMap(({ text }) => [...text.matchAll(/^npx landfall (.*?)(?: +#.*)?$/gm)].map(([, line = ""]) => line.split(" ")));

describe("the README", () => {
  it("tells commands that work in the order in which they stand", async () => {
    expect(commands.length).toBeGreaterThan(3);
    const dir = emptyFolder();
    const { env } = await startEmulator(dir, "--speed", "200", "--accounts", "100");
    const run = landfallIn(dir, env);
    for (const [verb = "", ...args] of commands) {
      const { code, stderr } = await run(verb, ...args, ...(verb === "apply" ? ["--yes"] : []));
      expect([verb, ...args, code, stderr.includes("LF") ? stderr : ""]).toEqual([verb, ...args, 0, ""]);
    }
  });

  it("shows an organization file that checks without an error", async () => {
    const text = blocks.find(({ language, text: block }) => language === "ts" && block.includes("defineOrganization"))?.text ?? "";
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "full");
    write(dir, { "landfall.config.ts": text });
    const { code, stdout } = await run("check", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0 });
    expect(code).toBe(0);
  });
});
