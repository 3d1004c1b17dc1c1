import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const organization = (more: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@foo.company
root: { accounts: { shop: { purpose: Everything, owner: founders } } }
${more}`;

const waiver = (until: string): string => `waivers: [{ code: LF2124, reason: One account is enough this year, owner: founders, until: "${until}" }]\n`;

/** The codes that a check tells, with what they count as. */
async function told(more: string): Promise<{ code: number | null; findings: string[] }> {
  const dir = emptyFolder();
  write(dir, { "landfall.config.yaml": organization(more) });
  const { code, stdout } = await landfallIn(dir)("check", "--format", "json");
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; severity: string }[] };
  return { code, findings: diagnostics.map((one) => `${one.code} ${one.severity}`) };
}

describe("landfall check", () => {
  it("fails a layout for what it lacks, unless the file says that it has not grown that far", async () => {
    expect((await told("")).findings).toEqual(expect.arrayContaining(["LF2117 warning", "LF2124 warning"]));
    const small = await told("growth: accounts\n");
    expect(small.findings).toEqual(expect.arrayContaining(["LF2117 info", "LF2124 info"]));
    expect(small.findings.filter((finding) => !finding.endsWith("info"))).toEqual([]);
  });

  it("counts a waived warning as a remark until its day has passed, and then fails (LF2115)", async () => {
    expect((await told(waiver("9999-12-31"))).findings).toContain("LF2124 info");
    const ended = await told(waiver("2020-01-01"));
    expect(ended.findings).toEqual(expect.arrayContaining(["LF2115 error", "LF2124 warning"]));
    expect(ended.code).toBe(3);
  });

  it("says which waiver covers nothing (LF2116)", async () => {
    expect((await told(`growth: accounts\n${waiver("9999-12-31").replace("LF2124", "LF2105")}`)).findings).toContain("LF2116 warning");
  });
});
