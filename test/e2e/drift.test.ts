import path from "node:path";
import { Organizations } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const FILE = `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
ous: { Security: {} }
`;

describe("landfall drift", () => {
  it("tells what somebody else changed since the last run, also in a fresh clone, exits 2, and is quiet once apply has put it back", async () => {
    const dir = emptyFolder();
    const emulator = await startEmulator(dir, "--speed", "60");
    write(dir, { "ours/landfall.config.yaml": FILE, "clone/landfall.config.yaml": FILE });
    const ours = landfallIn(path.join(dir, "ours"), emulator.env);
    const clone = landfallIn(path.join(dir, "clone"), emulator.env);
    const first = await ours("drift");
    expect(first.code).toBe(2);
    expect(first.stdout).toContain("No run of this organization is remembered, here or in AWS");
    expect((await ours("apply", "--yes")).code).toBe(0);
    for (const landfall of [ours, clone]) expect(await landfall("drift")).toMatchObject({ code: 0, stdout: expect.stringContaining("No drift since") as unknown });

    await byHand(emulator);
    for (const landfall of [ours, clone]) {
      const drift = await landfall("drift");
      expect(drift.code).toBe(2);
      expect(drift.stdout).toMatch(/! ou +Security +changed: tag floor {2}\+ 3; apply puts it back/);
      expect(drift.stdout).toMatch(/! ou +Legacy +added; left alone/);
      expect(drift.stdout.includes("by its fingerprint in AWS")).toBe(landfall === clone);
    }
    const data = JSON.parse((await clone("drift", "--format", "json")).stdout) as { format: string; drift: { by: string; things: { address: string }[] } };
    expect(data.format).toBe("landfall.drift/1");
    expect(data.drift).toMatchObject({ by: "fingerprint", things: [{ address: "ou:Legacy" }, { address: "ou:Security" }] });
    expect((await clone("plan")).stdout).toContain("To put back");
    expect((await clone("apply", "--yes")).code).toBe(0);
    for (const landfall of [ours, clone]) expect((await landfall("drift")).code).toBe(0);
  });
});

async function byHand({ url: endpoint, env }: { readonly url: string; readonly env: Readonly<Record<string, string>> }): Promise<void> {
  const credentials = { accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "" };
  const organizations = new Organizations({ region: "us-east-1", endpoint, credentials });
  const ParentId = (await organizations.listRoots({})).Roots?.[0]?.Id;
  const { OrganizationalUnits = [] } = await organizations.listOrganizationalUnitsForParent({ ParentId });
  await organizations.tagResource({ ResourceId: OrganizationalUnits[0]?.Id, Tags: [{ Key: "floor", Value: "3" }] });
  await organizations.createOrganizationalUnit({ ParentId, Name: "Legacy" });
}
