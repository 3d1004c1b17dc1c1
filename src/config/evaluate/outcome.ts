import { SourceMap, type SourceMapPayload } from "node:module";
import { resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { metaPrefix } from "./bundle.ts";
import type { RunOutcome } from "./run.ts";
import type { PlainTrouble } from "./plain.ts";
import type { RunnerFrame } from "./message.ts";

/** A point in a file of the user, lines and columns from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake together with the point in the code where it was thrown. */
export interface OutcomeTrouble {
  readonly diagnostic: Diagnostic;
  readonly spot?: Spot;
}

/** Tells why an evaluation gave no value. `map` is the bundle's source map, `root` the folder its sources lie in. */
export function troublesOf(outcome: Exclude<RunOutcome, { kind: "value" }>, shown: string, seconds: number, map: string, root: string): readonly OutcomeTrouble[] {
  const told = (diagnostic: Omit<Diagnostic, "severity">): OutcomeTrouble[] => [{ diagnostic: { ...diagnostic, severity: "error" } }];
  switch (outcome.kind) {
    case "timeout":
      return told({ code: "LF1007", summary: `\`${shown}\` gave no organization within ${seconds} s.`, fix: "Look for a loop that does not end; keep facts as data." });
    case "memory":
      return told({ code: "LF1008", summary: `\`${shown}\` used too much memory.`, fix: "Look for a loop that keeps adding to a list." });
    case "ended":
      return told({ code: "LF1009", summary: `The evaluation of \`${shown}\` ended before it gave an organization, ${outcome.how}.`, fix: "Remove what ends the process, such as `process.exit`." });
    case "unsettled":
      return told({ code: "LF1009", summary: `\`${shown}\` waits for a promise that never settles.`, fix: "Export the organization itself, or a promise that resolves to it." });
    case "not-plain":
      return outcome.troubles.map((trouble) => ({ diagnostic: notPlain(trouble) }));
    case "threw": {
      const spot = spotOf(outcome.frames, map, root);
      return [{ diagnostic: threw(outcome, shown), ...(spot === undefined ? {} : { spot }) }];
    }
  }
}

function notPlain({ path, what, reason }: PlainTrouble): Diagnostic {
  const error = { severity: "error", path } as const;
  if (reason === "too-deep") return { ...error, code: "LF1115", summary: `The value is ${what}.` };
  if (reason === "too-large") return { ...error, code: "LF1008", summary: `The organization is ${what}.` };
  if (path.length === 0 && reason === "function") {
    return { ...error, code: "LF1011", summary: "The default export is a function.", fix: "Export what the function returns: `export default defineOrganization(...)`." };
  }
  if (path.length === 0) return { ...error, code: "LF1012", summary: `The default export is ${what}, not an object.`, fix: "Write `export default defineOrganization({ ... });`." };
  return { ...error, code: "LF1012", summary: `\`${path.join(".")}\` is ${what}, which is not plain data.`, fix: "Write text, a number, true, false, a list or an object." };
}

/** Refusals of Node's permission model, in words. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  FileSystemRead: "read a file outside the project",
  FileSystemWrite: "write a file",
  FileFunction: "use a part of `fs` that is not given",
  ChildProcess: "start a program",
  WorkerThreads: "start a worker",
  Inspector: "start the inspector",
  WASI: "use WASI",
  Addon: "load a native addon",
  Net: "use the network",
};

function threw(error: Extract<RunOutcome, { kind: "threw" }>, shown: string): Diagnostic {
  if (error.code === "LANDFALL_TIME" || error.code === "LANDFALL_CHANCE") {
    const asks = error.code === "LANDFALL_TIME" ? "the time" : "a random number";
    return { code: "LF1015", severity: "error", summary: `\`${shown}\` asks for ${asks}.`, detail: "Two loads of one file must give the same organization.", fix: "State the value in the file." };
  }
  if (error.code === "LANDFALL_NETWORK") return reached(shown, "use the network", "");
  if (error.code === "ERR_ACCESS_DENIED") return reached(shown, PERMISSIONS[error.permission] ?? "do what it may not", error.resource);
  if (error.code === "ERR_DLOPEN_DISABLED") return reached(shown, "load a native addon", "");
  // What esbuild puts in the place of an import whose name is computed.
  if (error.message.startsWith("Dynamic require of ")) {
    return { code: "LF1014", severity: "error", summary: `\`${shown}\` imports something by a computed name: ${error.message.slice("Dynamic require of ".length).replace(/ is not supported$/, "")}.`, fix: "Write the name of the import as it is." };
  }
  const said = error.message === "" ? error.name : `${error.name}: ${error.message}`;
  return { code: "LF1006", severity: "error", summary: `\`${shown}\` threw an error: ${said}`, fix: "Correct the code at the place shown." };
}

const reached = (shown: string, what: string, resource: string): Diagnostic => ({
  code: "LF1013",
  severity: "error",
  summary: `\`${shown}\` tried to ${what}${resource === "" ? "" : `: ${resource}`}.`,
  fix: "Fetch the facts beforehand into a JSON file of the project, and import that.",
});

/** The innermost frame in the user's own files; else the innermost in a package. */
function spotOf(frames: readonly RunnerFrame[], map: string, root: string): Spot | undefined {
  if (frames.length === 0 || map === "") return undefined;
  const sources = new SourceMap(JSON.parse(map) as SourceMapPayload);
  const spots = frames.flatMap(({ line, column }): Spot[] => {
    const entry = sources.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry) || entry.originalSource.startsWith("landfall:")) return [];
    const file = resolve(root, entry.originalSource);
    // Only a first line that speaks of `import.meta` has something put before it; `placeOfSpot` takes it off.
    return [{ file, line: entry.originalLine + 1, column: entry.originalColumn + 1 }];
  });
  return spots.find((spot) => !spot.file.includes("node_modules")) ?? spots[0];
}

/** The column in the file itself, without what the bundler put before its first line. */
export function columnInFile(spot: Spot, text: string): number {
  if (spot.line !== 1 || !text.includes("import.meta")) return spot.column;
  return Math.max(1, spot.column - metaPrefix(spot.file).length);
}
