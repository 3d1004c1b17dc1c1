import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type JournalEntry, listRuns, type RunRecord, RUNS_DIR } from "../../apply/index.ts";
import { type Check, ok, warn } from "../check.ts";

/** The newest run is the one that matters: the next apply goes on where AWS stands. */
export const runs: Check = {
  name: "runs",
  needs: ["file"],
  async run({ input }) {
    const folder = input.file?.folder ?? "";
    const [last] = await listRuns(folder);
    if (last === undefined) return [ok("none on record here")];
    const open = await unanswered(folder, last);
    if (open.length === 0) return [ok(`the last, ${last.run}, left no call unanswered`)];
    return [warn(`the last, ${last.run}, was stopped while ${open.join(", ")} ${open.length === 1 ? "was" : "were"} under way`, "Go on where AWS stands:\nlandfall apply")];
  },
};

/** The operations whose outcome the journal does not have: the run was killed while they were made. */
async function unanswered(folder: string, { run }: RunRecord): Promise<string[]> {
  const text = await readFile(join(folder, RUNS_DIR, run, "journal.ndjson"), "utf8").catch(() => "");
  const open = new Map<number, string>();
  for (const line of text.split("\n")) {
    const entry = parsed(line);
    if (entry === undefined) continue;
    // The lock is no part of what a run changes, and has a check of its own.
    if (!("operation" in entry)) open.delete(entry.call);
    else if (!entry.operation.startsWith("ssm:")) open.set(entry.call, entry.operation);
  }
  return [...new Set(open.values())];
}

/** The last line may be cut off where the machine was. */
function parsed(line: string): JournalEntry | undefined {
  try {
    return JSON.parse(line) as JournalEntry;
  } catch {
    return undefined;
  }
}
