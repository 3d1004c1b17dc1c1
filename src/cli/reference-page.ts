import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const PAGE = join("docs", "reference", "commands.md");

/** The reference page that came with this program; undefined where the pages were left out. */
export function referencePage(from: string = import.meta.dirname): string | undefined {
  // The program stands a folder or two below its package, by whether it is bundled.
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, PAGE))) return join(folder, PAGE);
    if (existsSync(join(folder, "package.json"))) return undefined;
  }
  return undefined;
}
