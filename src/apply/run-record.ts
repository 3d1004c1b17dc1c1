import { mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";
import type { AttachmentItem, Inventory, Item } from "../inventory/index.ts";
import type { Plan } from "../plan/index.ts";
import { DurableLines } from "./durable-lines.ts";
import { makeFolder } from "./folder.ts";

/** Where the records of runs lie, in the folder of the organization file. */
export const RUNS_DIR = "runs";

/** What is kept of a run before it changes anything: the plan holds what each change found, so that it can be taken back. */
export interface RunRecord {
  readonly format: "landfall.run/1";
  readonly run: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Which AWS was asked: `aws`, `local`, or an endpoint. */
  readonly where: string;
  readonly plan: Plan;
  readonly desired: readonly Item[];
  /** Attachments that went with a policy type. */
  readonly lost?: readonly AttachmentItem[];
}

/** One line of the journal. Calls that change AWS are written before they are made, and their outcome after. */
export type JournalEntry =
  | { readonly at: string; readonly call: number; readonly operation: string; readonly input: unknown }
  | { readonly at: string; readonly call: number; readonly outcome: string };

export interface Journal {
  /** On disk when it resolves. */
  write(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

/**
 * Saves what a run will change, then opens its journal.
 * @throws LandfallError LF5005 when it cannot be written: nothing has been changed by then.
 */
export async function openRun(folder: string, record: RunRecord): Promise<Journal> {
  const dir = join(folder, RUNS_DIR, record.run);
  try {
    await makeFolder(folder);
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, "run.json"), `${JSON.stringify(record, undefined, 2)}\n`, { flag: "wx", flush: true });
    const file = await open(join(dir, "journal.ndjson"), "a");
    let isClosed = false;
    const lines = new DurableLines(file);
    return {
      write: async (entry) => {
        // The lock may be renewed while a run ends: it must not be lost for a line that nobody needs.
        if (isClosed) return;
        try {
          await lines.add(JSON.stringify(entry));
        } catch (error) {
          if (isClosed) return;
          throw notWritten(folder, "The journal of the run could not be written, so the call was not made.", error);
        }
      },
      close: () => {
        isClosed = true;
        return file.close();
      },
    };
  } catch (error) {
    throw notWritten(folder, "The record of the run could not be written, so nothing was changed.", error);
  }
}

function notWritten(folder: string, summary: string, error: unknown): LandfallError {
  const detail = error instanceof Error ? error.message : "";
  return new LandfallError({ code: "LF5005", severity: "error", summary, detail, fix: `Make ${join(folder, RUNS_DIR)} writable, with room on the disk.` }, "failed", { cause: error });
}

/** The runs a project has records of, newest first. */
export async function listRuns(folder: string): Promise<RunRecord[]> {
  const dir = join(folder, RUNS_DIR);
  const names = await readdir(dir).catch(() => []);
  const records = await Promise.all(names.map((name) => readRun(folder, name).catch(() => undefined)));
  return records.filter((record) => record !== undefined).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/**
 * Reads the record of one run.
 * @throws LandfallError LF5006 when there is none, or it cannot be read.
 */
export async function readRun(folder: string, run: string): Promise<RunRecord> {
  try {
    if (!/^[\w-]+$/.test(run)) throw new RangeError(`${run} is no name of a run`);
    const record = JSON.parse(await readFile(join(folder, RUNS_DIR, run, "run.json"), "utf8")) as Partial<RunRecord> | null;
    if (record?.format !== "landfall.run/1" || record.plan === undefined) throw new RangeError("it is not in the format landfall.run/1");
    return record as RunRecord;
  } catch (error) {
    throw new LandfallError(
      {
        code: "LF5006",
        severity: "error",
        summary: `There is no usable record of a run ${run}.`,
        detail: error instanceof Error ? error.message : "",
        fix: "List the runs:\n\n  landfall undo",
      },
      "usage",
      { cause: error },
    );
  }
}

export const desiredOf = (record: RunRecord): Inventory => new Map(record.desired.map((item) => [item.address, item]));
