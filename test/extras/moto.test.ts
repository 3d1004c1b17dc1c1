import path from "node:path";
import { paginateListAccounts, Organizations } from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../src/blueprints/index.ts";
import { partitionOfRegion } from "../../src/ids/index.ts";
import { emptyFolder, landfallIn } from "../e2e/kit/program.ts";
import { LZA_DATA, lzaSources } from "../kit/lza-sources.ts";
import { isInstalled } from "./kit/installed-programs.ts";
import { type Moto, startMoto } from "./kit/moto.ts";

/** Kinds that moto lacks or does otherwise than AWS, by the name of `--exclude`, each with the reason. */
const CUTS: Readonly<Record<string, string>> = {};
const exclude = Object.keys(CUTS).flatMap((kind) => ["--exclude", kind]);

const isThere = isInstalled("moto_server", "--help", "landfall against moto");
const CREDENTIALS = { accessKeyId: "moto", secretAccessKey: "moto" };

const starts: (readonly [name: string, init: readonly string[]])[] = [
  ...BLUEPRINTS.map(({ name }) => [name, ["--blueprint", name]] as const),
  ...lzaSources().map((dir) => [path.relative(LZA_DATA, dir), ["--from", "lza", dir]] as const),
];

let moto: Moto;
const rows: string[] = [];

/** The accounts that moto itself lists; it keeps a world for each partition. */
async function accountsAtMoto(homeRegion: string): Promise<number> {
  const region = partitionOfRegion(homeRegion)?.organizationsRegion;
  const client = new Organizations({ endpoint: moto.url, region, credentials: CREDENTIALS });
  let count = 0;
  for await (const page of paginateListAccounts({ client }, {})) count += page.Accounts?.length ?? 0;
  return count;
}

describe.skipIf(!isThere)("landfall against moto, an AWS that nobody here wrote", () => {
  beforeAll(async () => void (moto = await startMoto()));
  afterAll(() => {
    moto.stop();
    const cuts = Object.entries(CUTS).map(([kind, why]) => `cut: ${kind}, ${why}`);
    console.log([...(cuts.length === 0 ? ["Nothing was cut: moto has every kind that landfall handles."] : cuts), ...rows].join("\n"));
  });

  it.each(starts)("%s is built, and the second plan is empty", async (name, init) => {
    await moto.reset();
    const { accessKeyId, secretAccessKey } = CREDENTIALS;
    // AWS's own pace would take minutes; moto does not mind.
    const run = landfallIn(emptyFolder(), { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, LANDFALL_CLOCK_SPEED: "1000" });
    const written = await run("init", ...init);
    expect(written.code, written.stderr).toBe(0);
    const apply = await run("apply", "--yes", "--endpoint-url", moto.url, ...exclude);
    expect(apply.code, apply.stderr).toBe(0);
    const again = await run("plan", "--detailed-exitcode", "--format", "json", "--endpoint-url", moto.url, ...exclude);
    expect(again.code, `${again.stdout}${again.stderr}`).toBe(0);
    const { organization } = JSON.parse(again.stdout) as { organization: { homeRegion: string } };
    const declared = JSON.parse((await run("show", "--declared", "--format", "json")).stdout) as unknown;
    const accounts = new Set(JSON.stringify(declared).match(/"account:[^"]+"/g)).size;
    expect(await accountsAtMoto(organization.homeRegion)).toBe(accounts);
    rows.push(`${name.padEnd(72)} ${String(accounts).padStart(3)} accounts`);
  });
});
