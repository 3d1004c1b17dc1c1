import { extname, resolve } from "node:path";
import { type Diagnostic, isError, type Place, type ValuePath } from "../diagnostics/index.ts";
import { type Organization, readShape, type ShapeMistake } from "../organization/index.ts";
import { type Catalog, type Json, loadCatalog } from "../policy/index.ts";
import { type PolicyFiles, readPolicies } from "./policies.ts";
import { projectFolder, shownPath } from "./project.ts";
import { MAX_FILE_WORDS, readRegularFile } from "./regular-file.ts";
import { type Aim, nowhere, type Source, type SourceFile } from "./source.ts";

/** A value that is not quite an organization. */
export interface Rest {
  readonly value: unknown;
  /** Where it cannot be read. */
  readonly unknown: readonly ValuePath[];
}

export interface Loaded {
  /** Absent when the file has not the shape of an organization. It may be there beside errors about its policies. */
  readonly organization?: Organization;
  /** In place of an organization whose shape alone is wrong. */
  readonly rest?: Rest;
  /** All mistakes at once, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** The organization file, as the user would type it. */
  readonly file: string;
  /** Absolute paths of every file that was read: the file, its imports and policy files. */
  readonly files: readonly string[];
  /** What the file printed while it was evaluated, for standard error. */
  readonly output: string;
  /** Where the value at a path was written. For `key`, where its key was. */
  placeOf(path: ValuePath, aim?: Aim): Place | undefined;
}

export interface LoadOptions {
  /** Absolute path of the working folder; paths are shown relative to it. */
  readonly cwd: string;
  /** How long the file's own code may run. Default: 10,000. */
  readonly timeoutMillis?: number;
  /** A text to take for the file's own, which is then not read: what an edit would make of it. */
  readonly text?: string;
}

type Read = (file: SourceFile) => Source | Promise<Source>;

/** One reader per ending; each is loaded when it is needed. */
const READERS: Readonly<Record<string, () => Promise<Read>>> = {
  ".ts": async () => (await import("./sources/typescript.ts")).readTypeScriptSource,
  ".mts": async () => (await import("./sources/typescript.ts")).readTypeScriptSource,
  ".json": async () => (await import("./sources/json.ts")).readJsonSource,
  ".yaml": async () => (await import("./sources/yaml.ts")).readYamlSource,
  ".yml": async () => (await import("./sources/yaml.ts")).readYamlSource,
};

/** Loads and checks an organization file. Mistakes of the user are diagnostics with places, never thrown. */
export async function loadOrganization(path: string, { cwd, timeoutMillis = 10_000, text: given }: LoadOptions): Promise<Loaded> {
  const absolute = resolve(cwd, path);
  const shown = shownPath(absolute, cwd);
  const failed = (diagnostic: Diagnostic): Loaded => ({ diagnostics: [diagnostic], file: shown, files: [], output: "", placeOf: nowhere });
  const reader = READERS[extname(absolute)];
  if (reader === undefined) {
    return failed({ code: "LF1004", severity: "error", summary: `\`${shown}\` has an ending landfall does not read.`, fix: `Rename it to one of ${Object.keys(READERS).join(", ")}.` });
  }
  const text = given ?? readText(absolute, shown);
  if (typeof text !== "string") return failed(text);
  const file: SourceFile = { path: absolute, shown, text, project: projectFolder(absolute), show: (other) => shownPath(other, cwd), timeoutMillis };
  // It is there by the time that the file's own code has run.
  if (HOLDING.some((key) => text.includes(key))) loadCatalog().catch(() => {});
  const source = await (await reader())(file);
  return checked(source, file, await catalogFor(source));
}

/** What may have policies in it. */
const HOLDING = ["policies", "identityCenter", "roles"];

/** Names in policies are judged by AWS's catalog, which is only loaded for a file that has policies. */
async function catalogFor(source: Source): Promise<Catalog | undefined> {
  const { value } = "value" in source ? source : { value: undefined };
  return typeof value === "object" && value !== null && HOLDING.some((key) => Object.hasOwn(value, key)) ? loadCatalog() : undefined;
}

function checked(source: Source, file: SourceFile, catalog: Catalog | undefined): Loaded {
  const given = "value" in source;
  const shape = given ? readShape(source.value) : { diagnostics: [], unknown: [] };
  const policies = given ? readPolicies(source.value, file, catalog) : { diagnostics: [], files: [], documents: [] };
  const placedAll = [...source.diagnostics, ...shape.diagnostics, ...policies.diagnostics].map((diagnostic) => placed(diagnostic, source));
  const diagnostics = merged(inOrder(placedAll, file.shown));
  const organization = shape.organization === undefined || !given || source.diagnostics.some(isError) ? undefined : (withDocuments(shape.organization, policies.documents) as Organization);
  const isRest = given && shape.organization === undefined && !source.diagnostics.some(isError);
  return {
    ...(organization === undefined ? {} : { organization }),
    ...(isRest ? { rest: { value: withDocuments(source.value, policies.documents), unknown: shape.unknown } } : {}),
    diagnostics,
    file: file.shown,
    files: [...source.files, ...policies.files],
    output: source.output ?? "",
    placeOf: (path, aim = "value") => source.locate(path, aim),
  };
}

/** A mistake knows whether its path means a key; what is told need not say it. */
function placed({ about, ...diagnostic }: ShapeMistake, source: Source): Diagnostic {
  if (diagnostic.place !== undefined || diagnostic.path === undefined) return diagnostic;
  const place = source.locate(diagnostic.path, about ?? "value");
  return place === undefined ? diagnostic : { ...diagnostic, place };
}

/** In the order of the files as they were read, and of the places in each; what has no place comes last. */
function inOrder(diagnostics: readonly Diagnostic[], shown: string): Diagnostic[] {
  const files = [...new Set([shown, ...diagnostics.flatMap(({ place }) => (place === undefined ? [] : [place.file]))])];
  const rank = ({ place }: Diagnostic): number => (place === undefined ? files.length : files.indexOf(place.file));
  const line = ({ place }: Diagnostic): number => place?.line ?? 0;
  const column = ({ place }: Diagnostic): number => place?.column ?? 0;
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || line(a) - line(b) || column(a) - column(b));
}

/**
 * One mistake in a helper function is in every account it makes: it is told once. Several mistakes of one kind in one
 * value, such as three missing keys, are told each.
 */
function merged(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  const inOneValue = new Map<string, Set<string>>();
  for (const one of diagnostics) {
    const { code, place, suggestion } = one;
    const value = JSON.stringify([code, one.path]);
    const summaries = inOneValue.get(value) ?? new Set<string>();
    inOneValue.set(value, summaries.add(one.summary));
    const nth = [...summaries].indexOf(one.summary);
    const key = place === undefined ? `${code} ${one.summary}` : JSON.stringify([code, place.file, place.line, place.column, suggestion, nth]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const same = others.filter((other) => other.summary !== first.summary).length;
    if (same === 0) return [first];
    const detail = `The same mistake is in ${same} more ${same === 1 ? "value that comes" : "values that come"} from here.`;
    return [{ ...first, detail: first.detail === undefined ? detail : `${first.detail} ${detail}` }];
  });
}

/** A value with each document that a file holds in its place; the value itself is left as it is. */
function withDocuments(organization: unknown, documents: PolicyFiles["documents"]): unknown {
  return documents.reduce((value, { path, document }) => put(value, path, document), organization);
}

function put(value: unknown, [key, ...rest]: ValuePath, document: Json): unknown {
  if (key === undefined) return document;
  if (Array.isArray(value)) return value.map((member: unknown, index) => (index === key ? put(member, rest, document) : member));
  const entries = new Map<string, unknown>(Object.entries(value ?? {}));
  return Object.fromEntries(entries.set(String(key), put(entries.get(String(key)), rest, document)));
}

/** The text of a file, or why there is none. */
function readText(path: string, shown: string): string | Diagnostic {
  const read = readRegularFile(path);
  const fix = "Check the path, or write a file:\n\nlandfall init";
  if (!Buffer.isBuffer(read)) {
    if (read.kind === "large") return tooLarge(shown);
    return { code: "LF1003", severity: "error", summary: `\`${shown}\` ${read.reason}.`, fix };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(read);
  } catch {
    return { code: "LF1003", severity: "error", summary: `\`${shown}\` is not UTF-8 text.`, fix };
  }
}

const tooLarge = (shown: string): Diagnostic => ({
  code: "LF1023",
  severity: "error",
  summary: `\`${shown}\` is larger than ${MAX_FILE_WORDS}.`,
  fix: "Check that the path names the organization file.",
});
