import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";

/** Makes the folder, which keeps itself out of version control. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, ".gitignore"), "*\n");
  } catch (error) {
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `The folder ${folder} could not be written.`, detail: error instanceof Error ? error.message : "", fix: "Make room, or let yourself write there." }, "failed", { cause: error });
  }
}
