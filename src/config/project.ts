import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/** The folder of the nearest package.json or .git at or above a file; else the file's own. */
export function projectFolder(file: string): string {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) || existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

/** True when a path is the folder itself or lies in it. Both absolute, symbolic links already followed. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** True when reading all of a folder would mean reading the user's own secrets too. */
export function holdsHome(folder: string): boolean {
  const home = homedir();
  return isInside(home, folder) || isInside(realPath(home), folder);
}

export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A path as the user would type it in the working folder. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === "" || isAbsolute(way) ? path : way;
}
