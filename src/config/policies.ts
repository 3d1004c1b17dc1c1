import { dirname, resolve } from "node:path";
import type { ValuePath } from "../diagnostics/index.ts";
import { POLICY_TYPES } from "../limits/index.ts";
import type { ShapeMistake } from "../organization/index.ts";
import { type Catalog, checkManagementPolicy, type Json, managementPolicyType, parsePolicyText, type PolicyDocumentKind, type PolicyProblem, validatePolicy, validatePolicyText } from "../policy/index.ts";
import { placeOfSpan } from "./places.ts";
import { isInside, realPath } from "./project.ts";
import { MAX_FILE_WORDS, readRegularFile } from "./regular-file.ts";
import type { SourceFile } from "./source.ts";

export interface PolicyFiles {
  readonly diagnostics: readonly ShapeMistake[];
  /** Absolute paths of the policy files that were read. */
  readonly files: readonly string[];
  /** The documents read from files, by the policy's key. */
  readonly documents: ReadonlyMap<string, Json>;
}

/** Reads the files of policies and checks all policy documents; the value may have any shape. */
export function readPolicies(value: unknown, file: SourceFile, catalog?: Catalog): PolicyFiles {
  const policies = property(value, "policies");
  const diagnostics: ShapeMistake[] = [];
  const files: string[] = [];
  const documents = new Map<string, Json>();
  if (!isObject(policies)) return { diagnostics, files, documents };
  for (const [key, policy] of Object.entries(policies)) {
    const type = property(policy, "type");
    const kind = kindOf(type);
    const document = property(policy, "document");
    const name = property(policy, "file");
    if (isObject(document)) {
      const at: ValuePath = ["policies", key, "document"];
      if (kind !== undefined) diagnostics.push(...validatePolicy(document, kind, catalog).map((problem) => mistakeOf(problem, key, at)));
      else diagnostics.push(...settingMistakes(JSON.stringify(document), type, key, at));
    }
    if (typeof name !== "string" || name === "") continue;
    const read = readPolicyFile(name, key, file);
    if ("code" in read) {
      diagnostics.push(read);
      continue;
    }
    files.push(read.path);
    const { value: parsed, problems } = parsePolicyText(read.text);
    if (parsed !== undefined) documents.set(key, parsed);
    const all = kind === undefined ? problems : validatePolicyText(read.text, kind, catalog);
    if (kind === undefined && problems.length === 0) diagnostics.push(...settingMistakes(read.text, type, key, undefined));
    diagnostics.push(...all.map((problem) => inPolicyFile(problem, key, file.show(read.path), read.text)));
  }
  return { diagnostics, files, documents };
}

const kindOf = (type: unknown): PolicyDocumentKind | undefined => (type === "scp" || type === "rcp" ? type : undefined);

/** What AWS would not take of a policy of settings. */
function settingMistakes(text: string, type: unknown, key: string, at: ValuePath | undefined): ShapeMistake[] {
  const facts = POLICY_TYPES.find(({ kind }) => kind === type);
  const management = facts && managementPolicyType(facts.type);
  if (management === undefined) return [];
  return checkManagementPolicy(text, management).map(({ path, message }) => ({
    code: "LF3041",
    severity: "error",
    summary: `Policy ${JSON.stringify(key)}${path.length === 0 ? "" : ` at ${path.join("/")}`}: ${message}`,
    path: at === undefined ? ["policies", key, "file"] : [...at, ...path],
  }));
}

function readPolicyFile(name: string, key: string, file: SourceFile): ShapeMistake | { readonly path: string; readonly text: string } {
  const path = resolve(dirname(file.path), name);
  const error = { severity: "error", path: ["policies", key, "file"] } as const;
  if (!isInside(realPath(path), realPath(file.project))) {
    return {
      ...error,
      code: "LF1022",
      summary: `The file of policy ${JSON.stringify(key)} lies outside the project: ${name}.`,
      detail: `The project is ${file.project}.`,
      fix: "Copy the file into the project.",
    };
  }
  const read = readRegularFile(path);
  if (Buffer.isBuffer(read)) return { path, text: read.toString("utf8") };
  if (read.kind === "large") {
    return { ...error, code: "LF1023", summary: `The file of policy ${JSON.stringify(key)} is larger than ${MAX_FILE_WORDS}: ${name}.`, fix: "Name the file with the policy's document." };
  }
  return {
    ...error,
    code: "LF1021",
    summary: `The file of policy ${JSON.stringify(key)} ${read.reason}: ${name}.`,
    fix: "Correct the path; it is relative to the organization file.",
  };
}

function mistakeOf(problem: PolicyProblem, key: string, at: ValuePath): ShapeMistake {
  const { code, severity, message, fix, suggestion, about } = problem;
  return {
    code,
    severity,
    summary: `Policy ${JSON.stringify(key)}: ${message}`,
    path: [...at, ...problem.path],
    ...(fix === undefined ? {} : { fix }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(about === "key" ? { about } : {}),
  };
}

function inPolicyFile(problem: PolicyProblem, key: string, shown: string, text: string): ShapeMistake {
  const mistake = mistakeOf(problem, key, ["policies", key, "file"]);
  return { ...mistake, path: ["policies", key, "file"], ...(problem.at === undefined ? {} : { place: placeOfSpan(shown, text, problem.at) }) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const property = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
