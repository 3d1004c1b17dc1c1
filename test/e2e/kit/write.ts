import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes files into a folder, by their paths in it. */
export function write(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
}
