import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openRun, type RunRecord, RUNS_DIR } from "./run-record.ts";

it("a journal that is closed takes a late line without failing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "landfall-run-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const journal = await openRun(folder, { format: "landfall.run/1", run: "r1", startedAt: "", where: "local", desired: [] } as unknown as RunRecord);
  const inFlight = journal.write({ at: "x", call: 1, operation: "ssm:PutParameter", input: {} });
  await journal.close();
  await inFlight;
  await journal.write({ at: "x", call: 1, outcome: "done" });
  expect(await readFile(join(folder, RUNS_DIR, "r1", "journal.ndjson"), "utf8")).not.toContain("done");
});
