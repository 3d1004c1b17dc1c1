import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOrganization, printOrganization } from "../config/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import type { Organization, Policy } from "../organization/index.ts";
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
    return [{ path: `landfall.config.${format}`, text: printOrganization(withFiles(organization, others), { format }) }, ...others];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Loading puts each document in its policy's place; in a file they stay where they were, in files of their own. */
function withFiles(organization: Organization, files: readonly FileToWrite[]): Organization {
  const policies = Object.entries(organization.policies ?? {}).map(([key, policy]): [string, Policy] => {
    const file = files.find(({ path }) => path === `policies/${key}.json`)?.path;
    return [key, file === undefined ? policy : { ...policy, document: undefined, file }];
  });
  return { ...organization, policies: Object.fromEntries(policies) };
}
