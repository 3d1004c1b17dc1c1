import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const organization = (rest: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
${rest}
`;

describe("landfall undo", () => {
  it("takes a run back: a new name, a tag, an OU and trusted access, the last only when its name is confirmed", async () => {
    const dir = emptyFolder();
    const emulator = await startEmulator(dir, "--speed", "60");
    const run = landfallIn(dir, emulator.env);
    const before = organization("ous: { Security: {} }");
    write(dir, { "landfall.config.yaml": before });
    expect((await run("apply", "--yes")).code).toBe(0);
    write(dir, { "landfall.config.yaml": organization('ous: { Guard: { tags: { floor: "3" } }, New: {} }\ntrustedAccess: [config.amazonaws.com]\nmoved: { "ou:Security": "ou:Guard" }') });
    const changing = await run("apply", "--yes");
    expect(changing.code, changing.stderr).toBe(0);
    const id = /landfall undo (\S+)/.exec(changing.stderr)?.[1] ?? "";
    expect((await run("undo")).stdout).toContain(id);

    const refused = await run("undo", id, "--yes");
    expect(refused.code).toBe(6);
    expect(refused.stderr).toContain("LF4008");
    const confirmed = ["trusted-access:config.amazonaws.com", "ou:New"].flatMap((name) => ["--confirm", name]);
    const back = await run("undo", id, "--yes", ...confirmed);
    expect(back.code, back.stderr).toBe(0);
    write(dir, { "landfall.config.yaml": before });
    expect((await run("plan")).stdout).toContain("No changes.");
    expect((await run("undo", id, "--yes")).stdout).toContain("No changes.");
  });
});
