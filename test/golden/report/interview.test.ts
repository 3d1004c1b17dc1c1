import { describe, expect, it } from "vitest";
import { initByInterview } from "../../../src/cli/actions/init-interview.ts";
import { Flags } from "../../../src/cli/flags.ts";
import type { FileToWrite } from "../../../src/cli/write-files.ts";
import { expectGolden } from "./golden.ts";

/** What a person sees and types; undefined is Ctrl-C. */
async function session(answers: readonly (string | undefined)[], width = 100, flags: Readonly<Record<string, unknown>> = {}) {
  const left = [...answers];
  let screen = "";
  const style = { width, color: false, unicode: true };
  const err = (text: string): void => void (screen += text);
  const answer = async (question: string): Promise<string | undefined> => {
    if (left.length === 0) throw new RangeError(`nothing is left to say to: ${question}`);
    const typed = left.shift();
    err(`${question}${typed ?? "^C"}\n`);
    return typed;
  };
  const written: FileToWrite[] = [];
  const terminal = {
    out: () => {}, err, note: err, detail: () => {}, voice: "normal" as const, automated: false, outStyle: style, errStyle: style, interactive: true, live: false, cwd: process.cwd(), env: {},
    screen: { write: () => {}, columns: width, rows: 40 },
    ask: async (question: string) => (await answer(question)) ?? "",
    answer,
  };
  const reason = await initByInterview({ args: [], flags: new Flags(flags), terminal, commands: [] }, async (files) => {
    written.push(...files);
    return "done";
  });
  return { reason, screen, written, left };
}

const DEFAULTS = ["", "", "", "", "", "", "", "", "", ""];

describe("landfall init without a flag", () => {
  it.each([60, 100])("asks, says why, and shows the tree before it writes, at %i columns", async (width) => {
    const { reason, screen, written } = await session([...DEFAULTS, "yes"], width);
    expect([reason, written[0]?.path]).toEqual(["done", "landfall.config.ts"]);
    expectGolden(`interview-${width}.txt`, screen);
  });

  it("leads to another tree when the answers differ", async () => {
    const { screen, written, left } = await session(["1", "3", "300", "dev, beta, qa", "y", "no", "yes", "big", "", "eu-central-1", "eu-west-1", "yes"]);
    expect(left).toEqual([]);
    expect(screen).toContain("full with split-sdlc");
    expect(written[0]?.text).toContain('name: "big"');
  });

  it("asks again for what it cannot use, and not at all for what flags say", async () => {
    const flags = { name: "ours", email: "a+{account}@ours.example", homeRegion: "eu-north-1", region: ["eu-west-1"], format: "json" };
    const { screen, written, reason } = await session(["9", "1", "", "many", "3", "Dev", "dev", "maybe", "no", "n", "yes"], 100, flags);
    expect([reason, written[0]?.path]).toEqual(["done", "landfall.config.json"]);
    expect(screen).toMatch(/from 1 to 4[^]*Type a number\.[^]*small letters[^]*Type yes or no/);
    expect(screen).not.toContain("Which Region");
    expect(JSON.parse(written[0]?.text ?? "")).toMatchObject({ name: "ours", homeRegion: "eu-north-1", regions: ["eu-north-1", "eu-west-1"] });
  });

  it("writes nothing after Ctrl-C at any question, nor after any answer but yes", async () => {
    for (let before = 0; before <= DEFAULTS.length; before++) {
      const { reason, written, screen } = await session([...DEFAULTS.slice(0, before), undefined]);
      expect([reason, written, screen.endsWith("Nothing was written.\n")]).toEqual(["cancelled", [], true]);
    }
    for (const no of ["", "no", "y"]) expect(await session([...DEFAULTS, no])).toMatchObject({ reason: "cancelled", written: [] });
  });

  it.each([["2", "--from-aws"], ["3", "landing zone's home Region"], ["4", "--from adf"]])("says what to type where something exists: %s", async (typed, words) => {
    const { reason, screen, written } = await session([typed]);
    expect([reason, written, screen.includes(words)]).toEqual(["done", [], true]);
  });
});
