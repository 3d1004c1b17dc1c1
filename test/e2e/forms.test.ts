import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn, type Run } from "./kit/program.ts";

/** What a run wrote for a program: one value, and nothing else. */
const data = ({ code, stdout, stderr }: Run): Record<string, unknown> => {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
};

describe("verbs that act write for programs too", () => {
  it("rehearse, snapshot, unlock and bootstrap have JSON with a form and a version", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    const rehearsed = data(await run("rehearse", "--local", "--format", "json"));
    expect(rehearsed).toMatchObject({ format: "landfall.rehearsal/1", left: [], gaps: [], runs: [{ failed: [], skipped: [] }] });
    expect((rehearsed["plan"] as { changes: { reasonCode?: string }[] }).changes.every(({ reasonCode }) => reasonCode?.startsWith("LF42"))).toBe(true);
    const events = (await run("rehearse", "--local", "--format", "ndjson")).stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { format: string; name: string });
    expect(new Set(events.map(({ format }) => format))).toEqual(new Set(["landfall.event/1"]));
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(["change.done", "note"]));
    expect(data(await run("unlock", "--local", "--format", "json"))).toMatchObject({ format: "landfall.lock/1", held: false, released: false });
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    expect(data(await run("snapshot", "here.json", "--local", "--no-iam", "--format", "json"))).toMatchObject({ format: "landfall.snapshot-taken/1", file: "here.json", roles: 0 });
    const states = async (...args: string[]): Promise<unknown> => (data(await run("bootstrap", "--local", "--only", "plan", "--format", "json", ...args))["roles"] as { state: string; outcome?: string }[]).map(({ state, outcome }) => [state, outcome]);
    expect(await states()).toEqual([["absent", undefined]]);
    expect(await states("--create", "--yes")).toEqual([["absent", "created"]]);
    expect(await states()).toEqual([["as-it-should-be", undefined]]);
    const both = await run("bootstrap", "--local", "--create", "--yes", "--format", "policy");
    expect([both.code, both.stderr]).toEqual([64, expect.stringContaining("--format policy and --create do not go together")]);
  });
});
