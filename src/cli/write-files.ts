import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";

export interface FileToWrite {
  /** Relative, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files into a folder, all or none: nothing is written when one exists already and may not be overwritten.
 * @throws LandfallError LF9005 that names the files that exist, LF9002 when the folder cannot be written.
 */
export async function writeFiles(dir: string, files: readonly FileToWrite[], force: boolean): Promise<void> {
  const existing = force ? [] : (await Promise.all(files.map(async ({ path }) => ((await exists(join(dir, path))) ? [path] : [])))).flat();
  if (existing.length > 0) {
    throw new LandfallError(
      {
        code: "LF9005",
        severity: "error",
        summary: `${existing.join(", ")} ${existing.length === 1 ? "exists" : "exist"} already; nothing was written.`,
        fix: "Name another folder with --dir, or pass --force to overwrite.",
      },
      "failed",
    );
  }
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeWhole(join(dir, path), text);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `The files could not be written to ${dir}.`, detail: why }, "failed", { cause: error });
  }
}

/** Writes beside the file first, so that a full disk leaves what was there, or nothing. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** The lines that name what was written. */
export const written = (dir: string, files: readonly FileToWrite[]): string => files.map(({ path }) => `wrote ${dir === "" ? path : `${dir}/${path}`}\n`).join("");

/** The flag that makes a command to type next work in the folder that was written. */
export const inDir = (cwd: string, dir: string): string => (relative(cwd, dir) === "" ? "" : ` --chdir ${relative(cwd, dir)}`);
