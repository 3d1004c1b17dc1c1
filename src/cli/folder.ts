import { basename, dirname, extname, join } from "node:path";

/** Where a project keeps what is this machine's alone: records of runs, and rehearsals. */
export const FOLDER = ".landfall";

/** The usual name of an organization file; what belongs to it lies at the top of the folder. */
const USUAL = "landfall.config";

/**
 * The folder of one organization file, by the file's path. Several organizations may stand in one project, for example
 * one to develop in beside the real one: each has its own rehearsal and its own records.
 */
export function folderOf(file: string): string {
  const name = basename(file, extname(file));
  const top = join(dirname(file), FOLDER);
  return name === USUAL ? top : join(top, "organizations", name);
}
