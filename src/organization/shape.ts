import type { ValuePath } from "../diagnostics/index.ts";
import { isError, nearest } from "../diagnostics/index.ts";
import { REGIONS } from "../limits/index.ts";
import { mistakesOf, type ShapeMistake } from "./shape-mistakes.ts";
import { nameMistakes } from "./shape-names.ts";
import { keysOf, SCHEMAS } from "./shape-schemas.ts";
import { subjectOf } from "./shape-subject.ts";
import { quoted } from "./subject.ts";
import type { Organization } from "./types.ts";

export interface Shape {
  /** The value itself, when nothing in it is an error. */
  readonly organization?: Organization;
  /** Every mistake there is, each with its `path`. */
  readonly diagnostics: readonly ShapeMistake[];
  /** Where errors leave open what is meant; the value around these paths is as the file has it. */
  readonly unknown: readonly ValuePath[];
}

/** An organization nests about 30 levels at most; the limit only keeps hostile values from exhausting the stack. */
const MAX_DEPTH = 100;

/**
 * zod passes over keys called `__proto__`, so they go in under this name. It is a private-use character, and
 * replaced back before anything is told.
 */
const STAND_IN = "\u{F8FF}__proto__";

/** Checks the shape of an organization, whatever the value is; tells all mistakes at once and never throws. */
export function readShape(value: unknown): Shape {
  const tooDeep = deepPath(value, []);
  if (tooDeep !== undefined) {
    return { diagnostics: [{ code: "LF1115", severity: "error", summary: `The value is nested more than ${MAX_DEPTH} levels deep.`, path: tooDeep.slice(0, 8) }], unknown: [[]] };
  }
  const safe = hasProtoKey(value) ? withStandIns(value) : value;
  const result = SCHEMAS.organization.safeParse(safe);
  const issues = (result.error?.issues ?? []).map((issue) => {
    const path = issue.path.map((step) => (step === STAND_IN ? "__proto__" : (step as string | number)));
    const told = issue.code === "unrecognized_keys" ? { ...issue, keys: issue.keys.map((key) => (key === STAND_IN ? "__proto__" : key)) } : issue;
    return { path, mistakes: mistakesOf(told, path, valueAt(value, path)) };
  });
  const shape = issues.flatMap(({ mistakes }) => mistakes);
  const names = nameMistakes(value);
  const diagnostics = once([...shape, ...names, ...unknownRegions(value), ...doubledRegions(value)]);
  if (!diagnostics.some(isError)) return { organization: value as Organization, diagnostics, unknown: [] };
  const unknown = [...issues.flatMap(({ path, mistakes }) => leftOpen(value, path, mistakes)), ...names.flatMap(({ about, path = [] }) => (about === "key" ? [] : [path]))];
  return { diagnostics, unknown };
}

/**
 * What an issue leaves open: the value it is about, or for a key that there is not, the key that is meant. Where that
 * cannot be told, it is every key beside it that is not stated, and for an object even those that are.
 */
function leftOpen(value: unknown, path: ValuePath, mistakes: readonly ShapeMistake[]): ValuePath[] {
  return mistakes.flatMap(({ code, suggestion, path: at = [] }) => {
    if (code !== "LF1101") return [path];
    if (suggestion !== undefined) return [[...path, suggestion]];
    if (isObject(valueAt(value, at))) return [path];
    const stated = Object.keys(valueAt(value, path) ?? {});
    return keysOf(subjectOf(path).kind).flatMap((key) => (stated.includes(key) || STRUCTURED.has(key) ? [] : [[...path, key]]));
  });
}

/** Keys that a single value cannot be meant for. */
const STRUCTURED: ReadonlySet<string> = new Set(["root", "ous", "accounts", "policies", "guardrails", "tags", "contacts"]);

/** One mistake per path and code: a text that is too short also misses its pattern. */
function once(diagnostics: readonly ShapeMistake[]): ShapeMistake[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.summary} ${JSON.stringify(one.path)}`, one])).values()];
}

function unknownRegions(value: unknown): ShapeMistake[] {
  const regions = valueAt(value, ["regions"]);
  const stated: [unknown, ValuePath][] = [
    [valueAt(value, ["homeRegion"]), ["homeRegion"]],
    ...(Array.isArray(regions) ? regions.map((region, index): [unknown, ValuePath] => [region, ["regions", index]]) : []),
  ];
  return stated.flatMap(([region, path]) => {
    if (typeof region !== "string" || REGIONS.includes(region) || !SCHEMAS.organization.shape.homeRegion.safeParse(region).success) return [];
    const suggestion = nearest(region, REGIONS);
    const summary = `landfall knows no Region "${region}".`;
    return [{ code: "LF1116", severity: "warning", summary, path, ...(suggestion === undefined ? {} : { suggestion }) } satisfies ShapeMistake];
  });
}

function doubledRegions(value: unknown): ShapeMistake[] {
  const regions = valueAt(value, ["regions"]);
  if (!Array.isArray(regions)) return [];
  return regions.flatMap((region: unknown, index) => {
    if (typeof region !== "string" || regions.indexOf(region) === index) return [];
    const summary = `The Region ${quoted(region)} is listed twice.`;
    return [{ code: "LF1119", severity: "warning", summary, fix: "Remove one of the two.", path: ["regions", index] } satisfies ShapeMistake];
  });
}

/** What stands at a path, looking at own properties only. */
function valueAt(value: unknown, path: ValuePath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The path of a value nested beyond the limit; a cycle counts as one. */
function deepPath(value: unknown, path: ValuePath): ValuePath | undefined {
  if (!isObject(value)) return undefined;
  if (path.length > MAX_DEPTH) return path;
  for (const [key, member] of Object.entries(value)) {
    if (!isObject(member)) continue;
    const found = deepPath(member, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const hasProtoKey = (value: unknown): boolean =>
  isObject(value) && (Object.hasOwn(value, "__proto__") || Object.values(value).some(hasProtoKey));

function withStandIns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStandIns);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key === "__proto__" ? STAND_IN : key, withStandIns(member)]),
  );
}
