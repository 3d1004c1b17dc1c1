import path from "node:path";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const organization = (ous: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
ous: ${ous}
`;

describe("landfall drift", () => {
  it("tells what somebody else changed since the last run, exits 2, and is quiet once apply has put it back", async () => {
    const dir = emptyFolder();
    const emulator = await startEmulator(dir, "--speed", "60");
    write(dir, { "ours/landfall.config.yaml": organization("{ Security: {} }"), "theirs/landfall.config.yaml": organization("{ Security: { tags: { floor: '3' } }, Legacy: {} }") });
    const [ours, theirs] = ["ours", "theirs"].map((name) => landfallIn(path.join(dir, name), emulator.env));
    const first = await ours?.("drift");
    expect(first?.code).toBe(2);
    expect(first?.stdout).toContain("No run of this organization is remembered, here or in AWS");
    expect((await ours?.("apply", "--yes"))?.code).toBe(0);
    expect(await ours?.("drift")).toMatchObject({ code: 0, stdout: expect.stringContaining("No drift since") as unknown });

    expect((await theirs?.("apply", "--yes"))?.code).toBe(0);
    const drift = await ours?.("drift");
    expect(drift?.code).toBe(2);
    expect(drift?.stdout).toMatch(/! ou +Security +changed: tag floor {2}\+ 3; apply puts it back/);
    expect(drift?.stdout).toMatch(/! ou +Legacy +added/);
    const data = JSON.parse((await ours?.("drift", "--format", "json"))?.stdout ?? "") as { format: string; drift: { things: { address: string }[] } };
    expect(data.format).toBe("landfall.drift/1");
    expect(data.drift.things.map(({ address }) => address)).toEqual(["ou:Legacy", "ou:Security"]);
    expect((await ours?.("plan"))?.stdout).toContain("To put back");
    expect((await ours?.("apply", "--yes", "--confirm", "ou:Legacy"))?.code).toBe(0);
    expect((await ours?.("drift"))?.code).toBe(0);
  });
});
