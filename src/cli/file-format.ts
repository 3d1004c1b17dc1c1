import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Loaded, loadOrganization, printOrganization } from "../config/index.ts";
import { isError, LandfallError } from "../diagnostics/index.ts";
import { review } from "../review/index.ts";
import { type FileToWrite, writeFiles } from "./write-files.ts";

/** A blueprint's files with the organization file, the first of them, in another format. */
export async function inFormat(files: readonly FileToWrite[], format: string): Promise<readonly FileToWrite[]> {
  const [organizationFile, ...others] = files;
  if (format === "ts" || organizationFile === undefined) return files;
  if (format !== "json" && format !== "yaml") throw new TypeError(`no format ${format}`);
  const { organization, diagnostics } = await loaded(files, organizationFile.path);
  if (organization === undefined) throw new LandfallError(diagnostics, "usage");
  return [{ path: `landfall.config.${format}`, text: printOrganization(organization, { format, policyFiles: true }) }, ...others];
}

/**
 * Refuses to write an organization file that a check would refuse, for example because an answer has not the right form.
 * @throws LandfallError with what the check would say.
 */
export async function refuseUnusable(files: readonly FileToWrite[]): Promise<void> {
  const { organization, diagnostics } = await loaded(files, files[0]?.path ?? "");
  const all = [...diagnostics, ...(organization === undefined ? [] : review(organization))];
  // The places would be those of a file that is not there.
  const errors = all.filter(isError).map((diagnostic) => ({ ...diagnostic, place: undefined, path: undefined }));
  if (errors.length > 0) throw new LandfallError(errors, "usage");
}

/** Loads files that are not written yet, from a folder of their own. */
async function loaded(files: readonly FileToWrite[], path: string): Promise<Loaded> {
  const dir = await mkdtemp(join(tmpdir(), "landfall-"));
  try {
    await writeFiles(dir, files, false);
    return await loadOrganization(join(dir, path), { cwd: dir });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
