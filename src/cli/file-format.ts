import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOrganization, printOrganization } from "../config/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { type FileToWrite, writeFiles } from "./write-files.ts";

/** A blueprint's files with the organization file, the first of them, in another format. */
export async function inFormat(files: readonly FileToWrite[], format: string): Promise<readonly FileToWrite[]> {
  const [organizationFile, ...others] = files;
  if (format === "ts" || organizationFile === undefined) return files;
  if (format !== "json" && format !== "yaml") throw new TypeError(`no format ${format}`);
  const dir = await mkdtemp(join(tmpdir(), "landfall-"));
  try {
    await writeFiles(dir, files, false);
    const { organization, diagnostics } = await loadOrganization(join(dir, organizationFile.path), { cwd: dir });
    if (organization === undefined) throw new LandfallError(diagnostics, "defect");
    return [{ path: `landfall.config.${format}`, text: printOrganization(organization, { format, policyFiles: true }) }, ...others];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
