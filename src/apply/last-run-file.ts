import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LastRun } from "../plan/index.ts";
import { makeFolder } from "./folder.ts";

/** One file for each organization that the folder was used with: a rehearsal and the real one remember apart. */
const fileOf = (folder: string, managementAccountId: string): string => join(folder, `last-${managementAccountId}.json`);

/** What the last runs left. One that is missing or damaged is none: nothing is decided by it. */
export async function readLastRun(folder: string, managementAccountId: string): Promise<LastRun | undefined> {
  try {
    const value = JSON.parse(await readFile(fileOf(folder, managementAccountId), "utf8")) as Partial<LastRun> | null;
    return value?.format === "landfall.last/1" ? (value as LastRun) : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces what is remembered, whole or not at all. */
export async function writeLastRun(folder: string, last: LastRun): Promise<void> {
  const file = fileOf(folder, last.managementAccountId);
  await makeFolder(folder);
  await writeFile(`${file}.new`, `${JSON.stringify(last)}\n`, { flush: true });
  await rename(`${file}.new`, file);
}
