import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn, type Run } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const organization = (ous: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@foo.company
ous: ${ous}
`;

interface Line {
  readonly name: string;
  readonly format: string;
  readonly code?: string;
  readonly level?: string;
  readonly fix?: string;
  readonly reason?: string;
  readonly exitCode?: number;
}

const linesOf = ({ stdout }: Run): Line[] => stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Line);

describe("apply --format ndjson", () => {
  it("tells a refusal, a failure and the end as events, and nothing as text", async () => {
    const dir = emptyFolder();
    const emulator = await startEmulator(dir, "--speed", "60");
    const run = landfallIn(dir, emulator.env);
    const apply = (...more: string[]) => run("apply", "--yes", "--format", "ndjson", ...more);
    write(dir, { "landfall.config.yaml": organization("{ Security: {}, Old: {} }") });

    const made = linesOf(await apply());
    expect(made.map(({ name }) => name)).toEqual(expect.arrayContaining(["plan.made", "apply.start", "change.done", "apply.end", "command.end"]));
    expect(made.at(-1)).toMatchObject({ name: "command.end", reason: "done", exitCode: 0, format: "landfall.event/1" });

    write(dir, { "landfall.config.yaml": organization("{ Security: {} }") });
    const refused = await apply();
    expect(refused.code).toBe(6);
    expect(refused.stderr).not.toContain("LF4008");
    expect(linesOf(refused).slice(-2)).toMatchObject([{ name: "diagnostic", code: "LF4008", level: "error", fix: expect.stringContaining("--confirm 'ou:Old'") as unknown }, { name: "command.end", exitCode: 6 }]);

    write(dir, { "landfall.config.yaml": organization('{ Security: { accounts: { two: { id: "999999999999" } } }, Old: {} }') });
    expect(linesOf(await apply()).slice(-2)).toMatchObject([{ name: "diagnostic", code: "LF4003" }, { name: "command.end", reason: "refused" }]);
  });

  it("tells what is judged and not written to AWS", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": `${organization("{ Security: {} }")}budgets: { all: { amount: 100, notify: [] } }\n` });
    const run = landfallIn(dir);
    const made = linesOf(await run("apply", "--local", "--yes", "--format", "ndjson")).find(({ name }) => name === "plan.made");
    expect(made).toMatchObject({ notWritten: [expect.stringMatching(/^1 budget is declared and judged/) as unknown] });
    const { code, stdout } = await run("plan", "--local", "--detailed-exitcode");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Not written to AWS\n.*1 budget is declared[\s\S]*No changes\. AWS matches landfall\.config\.yaml in all that/)]);
  });

  it("tells mistakes of the organization file as events with their places", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": organization("{ Security: { policies: [none] } }") });
    const wrong = await landfallIn(dir)("apply", "--local", "--yes", "--format", "ndjson");
    expect(wrong.stderr).toBe("");
    expect(linesOf(wrong)).toMatchObject([{ name: "diagnostic", place: { file: "landfall.config.yaml", line: 5 } }, { name: "command.end" }]);
  });
});
