import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Loaded, loadOrganization, printOrganization } from "../config/index.ts";
import { isError, LandfallError } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";
import { review } from "../review/index.ts";
import { type FileToWrite, writeFiles } from "./write-files.ts";

/** A blueprint's files with each organization file in another format. */
export async function inFormat(files: readonly FileToWrite[], format: string): Promise<readonly FileToWrite[]> {
  if (format === "ts") return files;
  if (format !== "json" && format !== "yaml") throw new TypeError(`no format ${format}`);
  return Promise.all(
    files.map(async (file) => {
      if (!isOrganizationFile(file)) return file;
      const { organization, diagnostics } = await loaded(files, file.path);
      if (organization === undefined) throw new LandfallError(diagnostics, "usage");
      return { path: file.path.replace(/ts$/, format), text: printOrganization(organization, { format, policyFiles: true }) };
    }),
  );
}

const isOrganizationFile = ({ path }: FileToWrite): boolean => basename(path).startsWith("landfall.config.");

/**
 * Refuses to write an organization file that a check would refuse, for example because an answer has not the right form.
 * @throws LandfallError with what the check would say.
 */
export async function refuseUnusable(files: readonly FileToWrite[]): Promise<void> {
  const read = await Promise.all(files.filter(isOrganizationFile).map(({ path }) => loaded(files, path)));
  const all = read.flatMap(({ organization, diagnostics }) => [...diagnostics, ...(organization === undefined ? [] : review(organization))]);
  // The places would be those of a file that is not there.
  const errors = all.filter(isError).map((diagnostic) => ({ ...diagnostic, place: undefined, path: undefined }));
  if (errors.length > 0) throw new LandfallError(errors, "usage");
}

/**
 * The organization of files that are not written yet: of the first, where there are two.
 * @throws LandfallError with what keeps it from being read.
 */
export async function organizationIn(files: readonly FileToWrite[]): Promise<Organization> {
  const { organization, diagnostics } = await loaded(files, files.find(isOrganizationFile)?.path ?? "");
  if (organization === undefined) throw new LandfallError(diagnostics, "usage");
  return organization;
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
