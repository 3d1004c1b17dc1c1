import { Organizations } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

function clientOf(env: Readonly<Record<string, string>>): Organizations {
  const credentials = { accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "" };
  return new Organizations({ endpoint: env["AWS_ENDPOINT_URL"], region: env["AWS_DEFAULT_REGION"], credentials, maxAttempts: 1 });
}

/** The names of the errors that so many calls end in, `-` for none. */
async function outcomes(client: Organizations, calls: number): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < calls; i++) names.push(await client.listRoots({}).then(() => "-", (error: unknown) => (error as Error).name));
  return names;
}

describe("landfall emulator with trouble", () => {
  it("meets the same calls with the same seed, prints each, and sums them up at the end", async () => {
    const args = ["--speed", "1000", "--fault", "throttle/organizations:ListRoots@0.4", "--fault", "refusal:ConflictException/organizations:CloseAccount", "--seed", "again", "--log"];
    const [first, second] = [await startEmulator(emptyFolder(), ...args), await startEmulator(emptyFolder(), ...args)];
    expect(first.env["AWS_ACCESS_KEY_ID"]).toBe(second.env["AWS_ACCESS_KEY_ID"]);
    const met: string[][] = [];
    for (const { env } of [first, second]) {
      const client = clientOf(env);
      await client.createOrganization({});
      met.push(await outcomes(client, 20));
      await expect(client.closeAccount({ AccountId: "222222222222" })).rejects.toMatchObject({ name: "ConflictException" });
    }
    expect(met[0]).toEqual(met[1]);
    expect(new Set(met[0])).toEqual(new Set(["-", "TooManyRequestsException"]));
    first.running.process.kill("SIGINT");
    const { code, stderr } = await first.running.ended;
    expect(code).toBe(0);
    const failed = met[0]?.filter((name) => name !== "-").length;
    expect(stderr).toContain("It brings about throttle, refusal; the same again with --seed again.");
    expect(stderr).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}organizations:CreateOrganization +arn:aws:iam::111111111111:user\/admin {2}allowed {2}\d+\.\d ms$/m);
    expect(stderr).toMatch(/ {2}allowed, TooManyRequestsException {2}/);
    expect(stderr).toMatch(new RegExp(`^22 calls:\n {2}organizations:ListRoots +20 +${failed} failed$`, "m"));
  });

  it("holds to AWS's request rates, which run as fast as its clock", async () => {
    const closeTwice = async (...args: string[]): Promise<string[]> => {
      const client = clientOf((await startEmulator(emptyFolder(), ...args)).env);
      await client.createOrganization({});
      const close = (): Promise<string> => client.closeAccount({ AccountId: "222222222222" }).then(() => "-", (error: unknown) => (error as Error).name);
      return [await close(), await close()];
    };
    // One such call in 20 seconds.
    expect(await closeTwice()).toEqual(["AccountNotFoundException", "TooManyRequestsException"]);
    expect(await closeTwice("--speed", "1000000")).toEqual(["AccountNotFoundException", "AccountNotFoundException"]);
  });

  it("LF8008: refuses a fault that there is not", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("emulator", "--fault", "gremlins");
    expect(code).toBe(64);
    expect(stderr).toContain("LF8008");
  });

  it("LF8009: opens accounts that are in no organization, once, and refuses addresses that no account can have", async () => {
    const dir = emptyFolder();
    const keysOf = async (): Promise<string> => {
      const { running } = await startEmulator(dir, "--dir", "aws", "--standalone", "owner@example.com");
      const [found] = await running.says(/^# Account \d{12} of owner@example\.com, in no organization:\n#\s+export AWS_ACCESS_KEY_ID=\S+\n#\s+export AWS_SECRET_ACCESS_KEY=\S+\n/m);
      running.process.kill("SIGINT");
      await running.ended;
      return found;
    };
    expect(await keysOf()).toBe(await keysOf());
    const { code, stderr } = await landfallIn(dir)("emulator", "--standalone", "management@example.com");
    expect(code).toBe(64);
    expect(stderr).toContain("LF8009");
  });
});
