import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** What `.gitignore` names, and git's own folder. */
const NOT_OURS = [".git", "node_modules", "dist", ".landfall", "coverage"];

/** Every file of the project below a folder, by its path from the project's root, sorted. */
export function filesBelow(dir = ""): string[] {
  return readdirSync(path.join(ROOT, dir), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.includes(entry.name) && !entry.name.endsWith(".tgz"))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.posix.join(dir, entry.name)) : [path.posix.join(dir, entry.name)]))
    .sort();
}

export const readProjectFile = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** Tests, and the folders of what several tests beside the code share. */
export const isTest = (file: string): boolean => file.endsWith(".test.ts") || isTestKit(file);

export const isTestKit = (file: string): boolean => /^src\/.*\/testing\//.test(file);

/** The files of `src` that become the product. */
export const productFiles = (): string[] => filesBelow("src").filter((file) => file.endsWith(".ts") && !isTest(file));
