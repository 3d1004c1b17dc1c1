import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cli, cliProgram, keptCli } from "./kit/cli.ts";
import { isInstalled } from "./kit/installed-programs.ts";
import { startMoto } from "./kit/moto.ts";
import { type RunningEmulator, startLongEmulator } from "./life/emulator.ts";
import type { Step } from "./life/step.ts";
import { STORY } from "./life/story.ts";
import { compare, tell } from "./life/tell.ts";
import { type Outcome, World } from "./life/world.ts";

/** Only what hangs may fail for its time; a chapter takes seconds, and a minute or two where each call starts Python anew. */
const NEVER = { timeout: 900_000 };

const hasCli = isInstalled("aws", "--version", "the life of an organization");
const hasMoto = isInstalled("moto_server", "--help", "the life of an organization at moto");

let dir: string;
let emulator: RunningEmulator | undefined;
let landfall: World | undefined;
let cli: Cli = cliProgram;
const outcomes = new Map<Step, Outcome>();

/** The emulator begins, or goes on with what it kept. */
async function start(args: readonly string[]): Promise<World> {
  await emulator?.stop();
  emulator = await startLongEmulator(dir, "--dir", "aws", ...args);
  const { url, managementKeys, other } = emulator;
  landfall ??= new World(url, { management: managementKeys, other: other.keys }, { other: other.accountId });
  landfall.moveTo(url);
  return landfall;
}

describe.skipIf(!hasCli)("the AWS CLI tells the life of an organization on landfall emulator", () => {
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), "landfall-life-"));
    const kept = keptCli();
    if (kept === undefined) console.log("The AWS CLI cannot be kept running; each call starts it anew, which takes longer.");
    cli = kept ?? cliProgram;
  });

  afterAll(async () => {
    cli.stop();
    await emulator?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  describe.each(STORY)("$when", ({ emulator: args, chapters }) => {
    beforeAll(async () => void (await start(args)));

    it.each(chapters)("$title", NEVER, async (chapter) => {
      const world = landfall ?? expect.fail("the emulator did not start");
      expect(await tell(chapter, world, cli, outcomes)).toEqual([]);
    });
  });

  it.skipIf(!hasMoto)("and moto answers the same where it answers rightly", NEVER, async () => {
    const moto = await startMoto();
    try {
      const theirs = new World(moto.url, { management: { AWS_ACCESS_KEY_ID: "moto", AWS_SECRET_ACCESS_KEY: "moto" } });
      const chapters = STORY.flatMap((part) => part.chapters);
      const { wrong, compared, left } = await compare(chapters, theirs, landfall ?? expect.fail("nothing was told before"), cli, outcomes);
      console.log(`moto: ${compared} steps compared; not compared:\n${[...left].map(([reason, count]) => `  ${count} × ${reason}`).join("\n")}`);
      expect(wrong).toEqual([]);
    } finally {
      moto.stop();
    }
  });
});
