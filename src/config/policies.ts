import { dirname, resolve } from "node:path";
import type { ValuePath } from "../diagnostics/index.ts";
import { POLICY_TYPES } from "../limits/index.ts";
import type { ShapeMistake } from "../organization/index.ts";
import { type Catalog, checkManagementPolicy, type Json, managementPolicyType, parsePolicyText, type PolicyProblem, validatePolicy, validatePolicyText } from "../policy/index.ts";
import { placeOfSpan } from "./places.ts";
import { isObject, type PolicyHolder, policyHolders, property } from "./policy-holders.ts";
import { isInside, realPath } from "./project.ts";
import { MAX_FILE_WORDS, readRegularFile } from "./regular-file.ts";
import type { SourceFile } from "./source.ts";

export interface PolicyFiles {
  readonly diagnostics: readonly ShapeMistake[];
  /** Absolute paths of the policy files that were read. */
  readonly files: readonly string[];
  /** The documents read from files, and where in the value each belongs. */
  readonly documents: readonly { readonly path: ValuePath; readonly document: Json }[];
}

/** Reads the files of policies and checks all policy documents; the value may have any shape. */
export function readPolicies(value: unknown, file: SourceFile, catalog?: Catalog): PolicyFiles {
  const read = policyHolders(value).map((holder) => ({ holder, ...readPolicy(holder, file, catalog) }));
  return {
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
    files: read.flatMap((one) => (one.file === undefined ? [] : [one.file])),
    documents: read.flatMap(({ holder, document }) => (document === undefined ? [] : [{ path: [...holder.path, holder.key], document }])),
  };
}

interface ReadPolicy {
  readonly diagnostics: readonly ShapeMistake[];
  readonly file?: string;
  readonly document?: Json;
}

function readPolicy(holder: PolicyHolder, file: SourceFile, catalog: Catalog | undefined): ReadPolicy {
  const { kind } = holder;
  const document = property(holder.holder, holder.key);
  const name = property(holder.holder, "file");
  const inline = isObject(document) ? inlineMistakes(document, holder, catalog) : [];
  if (typeof name !== "string" || name === "") return { diagnostics: inline };
  const read = readPolicyFile(name, holder, file);
  if ("code" in read) return { diagnostics: [...inline, read] };
  const { value: parsed, problems } = parsePolicyText(read.text);
  const settings = kind === undefined && problems.length === 0 ? settingMistakes(read.text, holder, undefined) : [];
  const all = kind === undefined ? problems : validatePolicyText(read.text, kind, catalog);
  const told = all.map((problem) => inPolicyFile(problem, holder, file.show(read.path), read.text));
  return { diagnostics: [...inline, ...settings, ...told], file: read.path, ...(parsed === undefined ? {} : { document: parsed }) };
}

function inlineMistakes(document: object, holder: PolicyHolder, catalog: Catalog | undefined): ShapeMistake[] {
  const at = [...holder.path, holder.key];
  if (holder.kind === undefined) return settingMistakes(JSON.stringify(document), holder, at);
  return validatePolicy(document, holder.kind, catalog).map((problem) => mistakeOf(problem, holder, at));
}

/** What AWS would not take of a policy of settings. */
function settingMistakes(text: string, { holder, words, path: own }: PolicyHolder, at: ValuePath | undefined): ShapeMistake[] {
  const type = property(holder, "type");
  const facts = POLICY_TYPES.find(({ kind }) => kind === type);
  const management = facts && managementPolicyType(facts.type);
  if (management === undefined) return [];
  return checkManagementPolicy(text, management).map(({ path, message }) => ({
    code: "LF3041",
    severity: "error",
    summary: `${words}${path.length === 0 ? "" : ` at ${path.join("/")}`}: ${message}`,
    path: at === undefined ? [...own, "file"] : [...at, ...path],
  }));
}

function readPolicyFile(name: string, { words, path: own }: PolicyHolder, file: SourceFile): ShapeMistake | { readonly path: string; readonly text: string } {
  const path = resolve(dirname(file.path), name);
  const error = { severity: "error", path: [...own, "file"] } as const;
  const of = words.charAt(0).toLowerCase() + words.slice(1);
  if (!isInside(realPath(path), realPath(file.project))) {
    return {
      ...error,
      code: "LF1022",
      summary: `The file of ${of} lies outside the project: ${name}.`,
      detail: `The project is ${file.project}.`,
      fix: "Copy the file into the project.",
    };
  }
  const read = readRegularFile(path);
  if (Buffer.isBuffer(read)) return { path, text: read.toString("utf8") };
  if (read.kind === "large") {
    return { ...error, code: "LF1023", summary: `The file of ${of} is larger than ${MAX_FILE_WORDS}: ${name}.`, fix: "Name the file with the policy's document." };
  }
  return {
    ...error,
    code: "LF1021",
    summary: `The file of ${of} ${read.reason}: ${name}.`,
    fix: "Correct the path; it is relative to the organization file.",
  };
}

function mistakeOf(problem: PolicyProblem, { words }: PolicyHolder, at: ValuePath): ShapeMistake {
  const { code, severity, message, fix, suggestion, about } = problem;
  return {
    code,
    severity,
    summary: `${words}: ${message}`,
    path: [...at, ...problem.path],
    ...(fix === undefined ? {} : { fix }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(about === "key" ? { about } : {}),
  };
}

function inPolicyFile(problem: PolicyProblem, holder: PolicyHolder, shown: string, text: string): ShapeMistake {
  const path = [...holder.path, "file"];
  return { ...mistakeOf(problem, holder, path), path, ...(problem.at === undefined ? {} : { place: placeOfSpan(shown, text, problem.at) }) };
}
