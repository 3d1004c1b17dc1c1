import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";
import { shownPath } from "./project.ts";

/** The names landfall looks for. */
export const CONFIG_NAMES = ["landfall.config.ts", "landfall.config.json", "landfall.config.yaml", "landfall.config.yml"] as const;

export interface DiscoverOptions {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** What `--config` says. */
  readonly flag?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Discovered {
  /** Absolute path; it need not exist when a person named it. */
  readonly file: string;
  /** Where the path comes from. */
  readonly origin: "flag" | "environment" | "search";
}

/**
 * Finds the organization file: `--config`, then `LANDFALL_CONFIG`, then the nearest file upward to the root of the
 * repository. Throws LF1001 when there is none, and LF1002 when two stand in one folder.
 */
export function discover({ cwd, flag, env = {} }: DiscoverOptions): Discovered {
  if (flag !== undefined && flag !== "") return { file: resolve(cwd, flag), origin: "flag" };
  const variable = env["LANDFALL_CONFIG"];
  if (variable !== undefined && variable !== "") return { file: resolve(cwd, variable), origin: "environment" };
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = fileIn(folder, cwd);
    if (file !== undefined) return { file, origin: "search" };
    if (existsSync(join(folder, ".git")) || dirname(folder) === folder) throw noFile(cwd, folder);
  }
}

function fileIn(folder: string, cwd: string): string | undefined {
  const names = new Set(entries(folder));
  const found = CONFIG_NAMES.filter((name) => names.has(name));
  const [first, second] = found;
  if (second === undefined) return first === undefined ? undefined : join(folder, first);
  const shown = found.map((name) => `\`${shownPath(join(folder, name), cwd)}\``);
  throw new LandfallError(
    {
      code: "LF1002",
      severity: "error",
      summary: `Two organization files stand in one folder: ${shown.join(" and ")}.`,
      fix: `Keep one of them, or name one:\n\nlandfall check --config ${shownPath(join(folder, first ?? second), cwd)}`,
    },
    "usage",
  );
}

/** A folder that may not be listed holds no file for us. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const noFile = (cwd: string, top: string): LandfallError =>
  new LandfallError(
    {
      code: "LF1001",
      severity: "error",
      summary: "No organization file was found.",
      detail: `Looked for ${CONFIG_NAMES.join(", ")} in ${cwd}${top === cwd ? "" : ` and every folder above it up to ${top}`}.`,
      fix: "Write one, or name it with `--config PATH`:\n\nlandfall init",
    },
    "usage",
  );
