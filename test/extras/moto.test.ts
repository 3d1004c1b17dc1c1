import path from "node:path";
import { paginateListAccounts, Organizations } from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../src/blueprints/index.ts";
import { type PolicyKind, partitionOfRegion } from "../../src/ids/index.ts";
import { POLICY_TYPES } from "../../src/limits/index.ts";
import { emptyFolder, landfallIn } from "../e2e/kit/program.ts";
import { LZA_DATA, lzaSources } from "../kit/lza-sources.ts";
import { isInstalled } from "./kit/installed-programs.ts";
import { type Moto, startMoto } from "./kit/moto.ts";

/** Policy types that moto can create policies of; it takes backup policies for known, and fails on making one. */
const AT_MOTO: readonly PolicyKind[] = ["scp", "rcp", "tag", "ai-opt-out"];
/** What is left out, by the name of `--exclude`. */
const CUTS = POLICY_TYPES.filter(({ kind }) => !AT_MOTO.includes(kind)).map(({ kind, title }) => ({ kind: `policy:${kind}`, why: `moto makes no ${title}` }));
CUTS.push({ kind: "delegated-administrator", why: "moto knows few of the services" }, { kind: "delegation-policy", why: "moto has no resource policy" });
const exclude = CUTS.flatMap(({ kind }) => ["--exclude", kind]);

const isThere = isInstalled("moto_server", "--help", "landfall against moto");
const CREDENTIALS = { accessKeyId: "moto", secretAccessKey: "moto" };

const starts: (readonly [name: string, init: readonly string[]])[] = [
  ...BLUEPRINTS.map(({ name }) => [name, ["--blueprint", name]] as const),
  ...lzaSources().map((dir) => [path.relative(LZA_DATA, dir), ["--from", "lza", dir]] as const),
];

let moto: Moto;
const rows: string[] = [];

/** moto keeps a world for each partition. */
const clientFor = (homeRegion: string): Organizations => new Organizations({ endpoint: moto.url, region: partitionOfRegion(homeRegion)?.organizationsRegion, credentials: CREDENTIALS });

/** The accounts that moto itself lists. */
async function accountsAtMoto(homeRegion: string): Promise<number> {
  const client = clientFor(homeRegion);
  let count = 0;
  for await (const page of paginateListAccounts({ client }, {})) count += page.Accounts?.length ?? 0;
  return count;
}

describe.skipIf(!isThere)("landfall against moto, an AWS that nobody here wrote", () => {
  beforeAll(async () => void (moto = await startMoto()));
  afterAll(() => {
    moto.stop();
    console.log([...CUTS.map(({ kind, why }) => `cut: ${kind}, ${why}`), ...rows].join("\n"));
  });

  it.each(starts)("%s is built, and the second plan is empty", async (name, init) => {
    await moto.reset();
    const { accessKeyId, secretAccessKey } = CREDENTIALS;
    // AWS's own pace would take minutes; moto does not mind.
    const run = landfallIn(emptyFolder(), { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, LANDFALL_CLOCK_SPEED: "100", LANDFALL_THROTTLES: "off" });
    const written = await run("init", ...init);
    expect(written.code, written.stderr).toBe(0);
    const applying = (...more: string[]) => run("apply", "--yes", "--endpoint-url", moto.url, ...exclude, ...more);
    let apply = await applying();
    // Enabling Identity Center is left to a person, who is stood in for here.
    if (/Identity Center/.test(apply.stderr)) {
      const { organization } = JSON.parse((await run("plan", "--format", "json", "--endpoint-url", moto.url, ...exclude)).stdout) as { organization: { homeRegion: string } };
      await clientFor(organization.homeRegion).enableAWSServiceAccess({ ServicePrincipal: "sso.amazonaws.com" });
      apply = await applying();
    }
    // That configuration locks the accounts paired with those of GovCloud on purpose.
    if (/LF4011/.test(apply.stderr)) {
      expect(name).toContain("commercial-config");
      apply = await applying(...[...apply.stderr.matchAll(/--accept-lock-out '([^']+)'/g)].flatMap(([, step = ""]) => ["--accept-lock-out", step]));
    }
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
