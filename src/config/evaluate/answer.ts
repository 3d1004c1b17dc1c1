import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { holdsHome, isInside } from "../project.ts";
import { readRegularFile } from "../regular-file.ts";
import type { Answer, EntryKind, Question } from "./question.ts";

/**
 * Answers what the evaluated code asks about a file. Symbolic links are followed first, and what they lead to must lie in
 * the project. Where the project is as wide as the home folder nothing is answered. `project` is a real path. Never throws.
 */
export function answer({ ask, path }: Question, project: string): Answer {
  try {
    const real = ask === "link" ? realLink(resolve(project, path)) : realOrMissing(resolve(project, path));
    if (holdsHome(project) || !isInside(real, project)) return { kind: "refused" };
    switch (ask) {
      case "file":
        return bytesOf(real);
      case "list":
        return { kind: "names", entries: readdirSync(real, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })) };
      case "stat":
        return statOf(statSync(real));
      case "link":
        return statOf(lstatSync(real));
      case "real":
        return { kind: "path", path: realpathSync(real) };
    }
  } catch (error) {
    return { kind: "error", code: (error as NodeJS.ErrnoException).code ?? "EINVAL" };
  }
}

function bytesOf(real: string): Answer {
  const stat = statSync(real);
  if (stat.isDirectory()) return { kind: "error", code: "EISDIR" };
  const read = readRegularFile(real);
  if (Buffer.isBuffer(read)) return { kind: "bytes", base64: read.toString("base64") };
  return { kind: "error", code: read.kind === "large" ? "EFBIG" : "EACCES" };
}

/** Without times: they differ from one checkout to the next, and two loads must give the same organization. */
const statOf = (stat: Stats): Answer => ({ kind: "stat", entry: kindOf(stat), size: stat.size, mode: stat.mode });

function kindOf(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

/** The real path of what a path leads to; for what does not exist, where it would be. */
function realOrMissing(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error;
    return join(realOrMissing(dirname(path)), basename(path));
  }
}

/** The link itself: only the folders above it are followed. */
const realLink = (path: string): string => (dirname(path) === path ? path : join(realOrMissing(dirname(path)), basename(path)));
