import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Loaded, loadOrganization } from "../../src/config/index.ts";
import type { Place } from "../../src/diagnostics/index.ts";

/** Writes files into a folder of their own, which goes away after the test. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "landfall-config-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ "package.json": "{}", ...files })) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

export const TS = "landfall.config.ts";

/** Loads a TypeScript organization file, with other files beside it. */
export const loadTs = (text: string, files: Readonly<Record<string, string>> = {}): Promise<Loaded> =>
  loadOrganization(TS, { cwd: projectWith({ [TS]: text, ...files }) });

export const loadText = (name: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<Loaded> =>
  loadOrganization(name, { cwd: projectWith({ [name]: text, ...files }) });

/** Each diagnostic as `CODE line:column "text under it"`, with the file where it is not the organization file. */
export const told = (loaded: Loaded): string[] =>
  loaded.diagnostics.map(({ code, place }) => `${code} ${place === undefined ? "nowhere" : `${place.file === loaded.file ? "" : `${place.file} `}${place.line}:${place.column} ${under(place)}`}`);

/** The text a place covers, its first line only. */
export function under(place: Place): string {
  const [first = ""] = place.excerpt;
  return first.slice(place.column - 1, place.line === place.endLine ? place.endColumn - 1 : undefined);
}

/** The parts every organization needs. */
export const BASE = 'name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example"';
