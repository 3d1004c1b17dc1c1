import { readFileSync } from "node:fs";
import type { Diagnostic, Place } from "../../diagnostics/index.ts";
import { type Bundle, bundle, type BundleTrouble } from "../evaluate/bundle.ts";
import { columnInFile, type OutcomeTrouble, troublesOf } from "../evaluate/outcome.ts";
import { type Runner, startRunner } from "../evaluate/run.ts";
import { locateInTypeScript } from "../locate/locate.ts";
import { placesIn } from "../places.ts";
import { realPath } from "../project.ts";
import { type Locate, nowhere, type Source, type SourceFile } from "../source.ts";

/** Evaluates a TypeScript file in a child process and takes its default export as data. */
export async function readTypeScriptSource(file: SourceFile): Promise<Source> {
  const runner = startRunner({ project: realPath(file.project), timeoutMillis: file.timeoutMillis });
  try {
    return await readBundle(file, await bundle(file.path, file.text, file.project), runner);
  } finally {
    runner.stop();
  }
}

async function readBundle(file: SourceFile, built: Bundle | readonly BundleTrouble[], runner: Runner): Promise<Source> {
  if (isTroubles(built)) {
    return { diagnostics: built.map((trouble) => compileMistake(trouble, file)), files: [file.path], locate: nowhere };
  }
  const files = [file.path, ...built.files.filter((path) => path !== realPath(file.path))];
  if (!built.hasDefault) return { diagnostics: [noDefault(file)], files, locate: nowhere };
  const { outcome, output } = await runner.evaluate(built.code);
  if (outcome.kind === "value") {
    const value = JSON.parse(outcome.json) as unknown;
    return { value, diagnostics: [], files, locate: locateInTypeScript(file, files, value), output };
  }
  const locate = locateInTypeScript(file, files, undefined);
  const troubles = troublesOf(outcome, file.shown, file.timeoutMillis / 1000, built.map, realPath(file.project));
  return { diagnostics: troubles.map((trouble) => placed(trouble, file, locate)), files, locate, output };
}

const isTroubles = (built: object): built is readonly BundleTrouble[] => Array.isArray(built);

function compileMistake(trouble: BundleTrouble, file: SourceFile): Diagnostic {
  const place = trouble.file === undefined ? undefined : placeAt(file, trouble.file, trouble.line ?? 1, () => trouble.column ?? 1, trouble.length ?? 1);
  return {
    code: trouble.kind === "import" ? "LF1014" : "LF1005",
    severity: "error",
    summary: trouble.kind === "import" ? trouble.text : `\`${place?.file ?? file.shown}\` does not compile: ${trouble.text}.`,
    fix: trouble.fix ?? (trouble.kind === "import" ? "Import files of the project, or JSON files with facts." : "Correct the line shown."),
    ...(place === undefined ? {} : { place }),
  };
}

function placed({ diagnostic, spot }: OutcomeTrouble, file: SourceFile, locate: Locate): Diagnostic {
  const place = spot === undefined ? diagnostic.path && locate(diagnostic.path, "value") : placeAt(file, spot.file, spot.line, (text) => columnInFile(spot, text), 1);
  return place === undefined ? diagnostic : { ...diagnostic, place };
}

/** A place in any file that was bundled; `column` may need the file's text. */
function placeAt(file: SourceFile, path: string, line: number, column: (text: string) => number, length: number): Place | undefined {
  const text = path === realPath(file.path) ? file.text : readText(path);
  if (text === undefined) return undefined;
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf("\n", start) + 1 || start;
  start += column(text) - 1;
  const shown = path === realPath(file.path) ? file.shown : file.show(path);
  return placesIn(shown, text)(Math.min(start, text.length), Math.min(start + length, text.length));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const noDefault = (file: SourceFile): Diagnostic => ({
  code: "LF1010",
  severity: "error",
  summary: `\`${file.shown}\` has no default export.`,
  fix: "Write `export default defineOrganization({ ... });`.",
  place: placesIn(file.shown, file.text)(0, 0),
});
