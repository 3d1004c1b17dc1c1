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
  /** The document of the delegation policy, where it was read from a file. */
  readonly delegation?: Json;
}

/** Reads the files of policies and checks all policy documents; the value may have any shape. */
export function readPolicies(value: unknown, file: SourceFile, catalog?: Catalog): PolicyFiles {
  const diagnostics: ShapeMistake[] = [];
  const files: string[] = [];
  const documents = new Map<string, Json>();
  let delegation: Json | undefined;
  for (const holder of holdersIn(value)) {
    const read = readPolicy(holder, file, catalog);
    diagnostics.push(...read.diagnostics);
    if (read.file !== undefined) files.push(read.file);
    if (read.document === undefined) continue;
    if (holder.key === undefined) delegation = read.document;
    else documents.set(holder.key, read.document);
  }
  return { diagnostics, files, documents, ...(delegation === undefined ? {} : { delegation }) };
}

/** A policy in the organization file: one of `policies`, or the delegation policy. */
interface Holder {
  readonly policy: unknown;
  /** Undefined for the delegation policy. */
  readonly key: string | undefined;
  /** As it begins a sentence. */
  readonly words: string;
  readonly path: ValuePath;
  /** Undefined for policies of settings, whose type is then looked up. */
  readonly kind: PolicyDocumentKind | undefined;
}

function holdersIn(value: unknown): Holder[] {
  const policies = property(value, "policies");
  const delegation = property(value, "delegationPolicy");
  const keyed = isObject(policies) ? Object.entries(policies) : [];
  return [
    ...keyed.map(([key, policy]): Holder => ({ policy, key, words: `Policy ${JSON.stringify(key)}`, path: ["policies", key], kind: kindOf(property(policy, "type")) })),
    ...(isObject(delegation) ? [{ policy: delegation, key: undefined, words: "The delegation policy", path: ["delegationPolicy"], kind: "delegation" as const }] : []),
  ];
}

interface ReadPolicy {
  readonly diagnostics: readonly ShapeMistake[];
  readonly file?: string;
  readonly document?: Json;
}

function readPolicy(holder: Holder, file: SourceFile, catalog: Catalog | undefined): ReadPolicy {
  const { policy, kind } = holder;
  const document = property(policy, "document");
  const name = property(policy, "file");
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

function inlineMistakes(document: object, holder: Holder, catalog: Catalog | undefined): ShapeMistake[] {
  const at = [...holder.path, "document"];
  if (holder.kind === undefined) return settingMistakes(JSON.stringify(document), holder, at);
  return validatePolicy(document, holder.kind, catalog).map((problem) => mistakeOf(problem, holder, at));
}

const kindOf = (type: unknown): PolicyDocumentKind | undefined => (type === "scp" || type === "rcp" ? type : undefined);

/** What AWS would not take of a policy of settings. */
function settingMistakes(text: string, { policy, words, path: own }: Holder, at: ValuePath | undefined): ShapeMistake[] {
  const type = property(policy, "type");
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

function readPolicyFile(name: string, { words, path: own }: Holder, file: SourceFile): ShapeMistake | { readonly path: string; readonly text: string } {
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

function mistakeOf(problem: PolicyProblem, { words }: Holder, at: ValuePath): ShapeMistake {
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

function inPolicyFile(problem: PolicyProblem, holder: Holder, shown: string, text: string): ShapeMistake {
  const path = [...holder.path, "file"];
  return { ...mistakeOf(problem, holder, path), path, ...(problem.at === undefined ? {} : { place: placeOfSpan(shown, text, problem.at) }) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const property = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
