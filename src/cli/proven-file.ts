import type { Proven } from "../access/index.ts";
import { isError } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";
import { type CheckedFile, readOrganizationFile } from "./organization-file.ts";
import type { Terminal } from "./terminal.ts";

/** The organization file with its expectations proven, where it has some and is fit for it. */
export interface ProvenFile extends CheckedFile {
  readonly proven?: Proven;
}

/** Reads the organization file and proves what it expects of access; files without expectations pay nothing for it. */
export async function readProvenFile(flags: Flags, terminal: Terminal): Promise<ProvenFile> {
  const checked = await readOrganizationFile(flags, terminal);
  const { organization, stop, placeOf } = checked;
  if (organization === undefined || stop !== undefined || Object.keys(organization.expectations ?? {}).length === 0) return checked;
  const [{ expectationFindings, proveExpectations }, { loadCatalog }] = await Promise.all([import("../access/index.ts"), import("../policy/index.ts")]);
  const proven = proveExpectations(organization, await loadCatalog());
  const findings = expectationFindings(proven.results).map((finding) => (finding.path === undefined ? finding : { ...finding, place: placeOf?.(finding.path) }));
  const diagnostics = [...checked.diagnostics, ...findings];
  return { ...checked, diagnostics, proven, ...(findings.some(isError) ? { stop: "findings" as const } : {}) };
}
