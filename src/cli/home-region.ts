import { LandfallError } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";
import { type CheckedFile, readOrganizationFile } from "./organization-file.ts";
import type { Terminal } from "./terminal.ts";

/** The organization file where there is one; a command that can do without is not stopped by its absence. */
export async function fileIfAny(flags: Flags, terminal: Terminal): Promise<CheckedFile | undefined> {
  try {
    return await readOrganizationFile(flags, terminal);
  } catch (error) {
    const isAbsent = error instanceof LandfallError && error.diagnostics[0]?.code === "LF1001" && flags.text("config") === undefined;
    if (isAbsent) return undefined;
    throw error;
  }
}

/** The home Region: of the flag, else of the file, else of the environment. */
export const homeRegionOf = (flags: Flags, terminal: Terminal, file: CheckedFile | undefined): string | undefined =>
  flags.text("homeRegion") ?? file?.organization?.homeRegion ?? terminal.env["AWS_REGION"] ?? terminal.env["AWS_DEFAULT_REGION"];
