import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listRuns, openRun, RUNS_DIR } from "../../../src/apply/index.ts";
import type { Inventory } from "../../../src/inventory/index.ts";
import type { Clock } from "../../../src/limits/index.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { Broken } from "./broken.ts";

/** The record of a run on disk, as landfall keeps it. */
export interface RunOnDisk {
  /** Before the first change. */
  open(plan: Plan, desired: Inventory): Promise<void>;
  /** Before and after each call. */
  write(entry: { readonly operation: string; readonly input: unknown } | { readonly outcome: string }): Promise<void>;
  /** Once the run was killed: what it left can be read, up to the last call that AWS may have heard. */
  check(calls: number): Promise<void>;
  close(): Promise<void>;
}

const RUN = "20260101-0000-abcd";

export async function runOnDisk(clock: Clock): Promise<RunOnDisk> {
  const dir = await mkdtemp(join(tmpdir(), "landfall-pairs-"));
  let journal: Awaited<ReturnType<typeof openRun>> | undefined;
  const at = (): string => new Date(clock.now()).toISOString();
  let calls = 0;
  return {
    async open(plan, desired) {
      journal = await openRun(dir, { format: "landfall.run/1", run: RUN, startedAt: at(), where: "local", plan, desired: [...desired.values()] });
    },
    async write(entry) {
      if ("operation" in entry) calls += 1;
      await journal?.write({ at: at(), call: calls, ...entry });
    },
    async check(made) {
      if (journal === undefined) return;
      const [record] = await listRuns(dir);
      if (record?.run !== RUN) throw new Broken("journaled first", "the record of the killed run cannot be read");
      const lines = (await readFile(join(dir, RUNS_DIR, RUN, "journal.ndjson"), "utf8")).split("\n").filter((line) => line !== "");
      const written = lines.filter((line) => (JSON.parse(line) as { operation?: string }).operation !== undefined).length;
      if (written < made) throw new Broken("journaled first", `${made} calls were made, and ${written} written down`);
    },
    async close() {
      await journal?.close();
      // Who was killed may be writing his last words yet.
      await rm(dir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
