import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyFolder, landfallIn, programFile } from "./kit/program.ts";

/** A terminal around a command, as util-linux has it; other systems' `script` takes other flags. */
const hasTerminal = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0;
if (!hasTerminal) console.log("skipped: there is no script(1) that takes -qec");

/** Types each answer when the question before it has come. */
function typed(cwd: string, answers: readonly string[]): Promise<{ code: number | null; screen: string }> {
  const guard = pathToFileURL(path.join(import.meta.dirname, "kit/only-loopback.mjs")).href;
  const child = spawn("script", ["-qec", `'${process.execPath}' --import '${guard}' '${programFile()}' init`, "/dev/null"], { cwd, env: { PATH: process.env["PATH"], HOME: cwd, TERM: "xterm", LANG: "C.UTF-8" } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const left = [...answers];
  let screen = "";
  let asked = 0;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    screen += chunk;
    const questions = screen.match(/(?:\]|taken): /g)?.length ?? 0;
    for (; asked < questions; asked++) child.stdin.write(left.shift() ?? "\r");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, screen }));
  });
}

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

describe.skipIf(!hasTerminal)("landfall init in a terminal", () => {
  it("asks, shows the tree, and writes what then checks clean", async () => {
    const dir = emptyFolder();
    const { code, screen } = await typed(dir, [...Array.from({ length: 10 }, () => "\r"), "yes\r"]);
    expect(code, screen).toBe(0);
    expect(screen).toMatch(/Workloads[^]*Write \d+ file[^]*wrote landfall\.config\.ts/);
    expect((await landfallIn(dir)("check", "--fail-on", "warning")).code).toBe(0);
  });

  it.each([["Ctrl-C", CTRL_C], ["the end of input", CTRL_D]])("writes nothing after %s", async (_, key) => {
    for (const before of [0, 3, 10]) {
      const dir = emptyFolder();
      const { code, screen } = await typed(dir, [...Array.from({ length: before }, () => "\r"), key]);
      expect([code, readdirSync(dir)], screen).toEqual([130, []]);
      expect(screen).toContain("Nothing was written.");
    }
  });
});

describe("landfall init without a terminal", () => {
  it("LF9001: says which flags to give instead", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("init");
    expect(code).toBe(64);
    expect(stderr).toMatch(/nobody is there to be asked[^]*--blueprint smb-starter[^]*--from-aws[^]*--from lza[^]*LF9001/);
  });
});
