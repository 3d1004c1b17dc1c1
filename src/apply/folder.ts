import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Makes the folder, which keeps itself out of version control. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ".gitignore"), "*\n");
}
