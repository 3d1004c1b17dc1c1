import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where a project keeps what is this machine's alone: records of runs, and rehearsals. */
export const FOLDER = ".landfall";

/** Makes the folder, which keeps itself out of version control. */
export async function makeFolder(projectDir: string): Promise<void> {
  const dir = join(projectDir, FOLDER);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, ".gitignore"), "*\n");
}
