import type * as z from "zod";
import { type Diagnostic, nearest, type ValuePath } from "../diagnostics/index.ts";
import { REGIONS } from "../limits/index.ts";
import type { Form } from "./form.ts";
import { FORMS, type FormName, missesForm } from "./shape-forms.ts";
import { keysOf } from "./shape-schemas.ts";
import { subjectOf } from "./shape-subject.ts";
import { ordinal, quoted, sentence } from "./subject.ts";

type Issue = z.core.$ZodIssue;

/** A diagnostic that says whether its path means the key it ends in, or the value behind it. */
export interface ShapeMistake extends Diagnostic {
  /** Absent means the value. */
  readonly about?: "key";
}

/** Tells one of zod's issues in our words; `value` is what stands at the issue's path. */
export function mistakesOf(issue: Issue, path: ValuePath, value: unknown): ShapeMistake[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...path, key]));
  if (value === undefined) return [missingKey(path)];
  if (issue.message in FORMS) return [wrongForm(path, value, issue.message as FormName)];
  if (issue.code === "invalid_value") return [notAllowed(path, value, issue.values.map(String))];
  if (issue.code === "too_small") return [empty(path)];
  return [wrongType(path, value, "expected" in issue ? String(issue.expected) : "object")];
}

/** Keys people look for in a place where they do not stand. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "organization accounts": "Accounts stand in an OU, under `ous`, or directly below the root, under `root.accounts`.",
  "organization scps": "Service control policies stand in `policies`, with `type: \"scp\"`.",
  "organization rcps": "Resource control policies stand in `policies`, with `type: \"rcp\"`.",
  "root ous": "The OUs below the root stand in the organization's own `ous`.",
  "policy Statement": "The statements stand in the policy's `document`.",
  "policy Version": "The version stands in the policy's `document`.",
  "policy targets": "A policy is attached where it holds: name its key in `policies` of the root, an OU or an account.",
  "account parent": "An account stands inside its OU's `accounts`.",
  "account ou": "An account stands inside its OU's `accounts`.",
  "managementAccount email": "landfall does not change the management account; leave the address out.",
};

function unknownKey(path: ValuePath): ShapeMistake {
  const key = String(path.at(-1));
  const subject = subjectOf(path.slice(0, -1));
  const keys = keysOf(subject.kind);
  const elsewhere = ELSEWHERE[`${subject.kind} ${key}`];
  const suggestion = elsewhere === undefined ? nearest(key, keys) : undefined;
  const fix = elsewhere ?? (suggestion === undefined ? `Remove it. Keys here are: ${keys.join(", ")}.` : `Write \`${suggestion}\`.`);
  const summary = `${sentence(subject.words)} has an unknown key ${quoted(key)}.`;
  return { code: "LF1101", severity: "error", summary, fix, path, about: "key", ...(suggestion === undefined ? {} : { suggestion }) };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  "organization name": 'name: "acme"',
  "organization homeRegion": 'homeRegion: "eu-west-1"',
  "organization regions": 'regions: ["eu-west-1", "us-east-1"]',
  "policy type": 'type: "scp"',
};

function missingKey(path: ValuePath): Diagnostic {
  const key = String(path.at(-1));
  const subject = subjectOf(path.slice(0, -1));
  const example = EXAMPLES[`${subject.kind} ${key}`];
  return {
    code: "LF1102",
    severity: "error",
    summary: `${sentence(subject.words)} has no \`${key}\`.`,
    fix: example === undefined ? `Add \`${key}\`.` : `Add it, for example \`${example}\`.`,
    // The key is not there to point at; the object that lacks it is.
    path: path.slice(0, -1),
  };
}

/** A text that has not its form; also used for names. */
export function wrongForm(path: ValuePath, value: unknown, name: FormName): ShapeMistake {
  const form: Form = FORMS[name];
  const text = String(value);
  const reason = missesForm(text, form) ?? form.misses(text);
  const suggestion = name === "region" ? nearest(text, REGIONS) : undefined;
  // A bad name is in the sentence already: `The key of account "a&b" has …`.
  const shown = reason === "is empty" || subjectOf(path).rest.length === 0 ? "" : `: ${quoted(text)}`;
  return {
    code: form.code,
    severity: "error",
    summary: `The ${placeOfForm(path, form)} ${reason}${shown}.`,
    fix: form.fix,
    path,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function placeOfForm(path: ValuePath, form: Form): string {
  const subject = subjectOf(path);
  const [first, second] = subject.rest;
  if (first === "tags" && form === FORMS.tagValue) return `value of tag ${quoted(second ?? "")} of ${subject.words}`;
  if (first === "tags") return `${form.noun} of ${subject.words}`;
  if (typeof second === "number") return `${ordinal(second)} ${form.noun} of ${subject.words}`;
  if (first === "homeRegion") return `home Region of ${subject.words}`;
  if (form === FORMS.tagValue) return `${String(first)} of ${subject.words}`;
  return `${form.noun} of ${subject.words}`;
}

function notAllowed(path: ValuePath, value: unknown, words: readonly string[]): Diagnostic {
  const shown = typeof value === "string" ? quoted(value) : valueWords(value);
  const suggestion = typeof value === "string" ? nearest(value, words) : undefined;
  const onlyTrue = words.length === 1 && words[0] === "true";
  return {
    code: "LF1105",
    severity: "error",
    summary: `${sentence(keyWords(path))} cannot be ${shown}.`,
    fix: onlyTrue ? "Write `true`, or leave the key out." : `Write one of: ${words.map((word) => `\`${word}\``).join(", ")}.`,
    path,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function empty(path: ValuePath): Diagnostic {
  return {
    code: "LF1114",
    severity: "error",
    summary: `${sentence(keyWords(path))} is empty.`,
    fix: path.at(-1) === "regions" ? "Name at least one Region." : "Add at least one entry, or remove the key.",
    path,
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function wrongType(path: ValuePath, value: unknown, expected: string): Diagnostic {
  if (expected === "string" && typeof value === "number") return numberForText(path, value);
  return {
    code: "LF1103",
    severity: "error",
    summary: `${sentence(keyWords(path))} must be ${TYPE_WORDS[expected] ?? expected}, not ${valueWords(value)}.`,
    fix: fixOfType(path, value, expected),
    path,
  };
}

function fixOfType(path: ValuePath, value: unknown, expected: string): string {
  if (value === null) return expected === "object" ? "Write `{}` for one without settings, or remove the key." : "Write a value, or remove the key.";
  if (expected === "string") return typeof value === "boolean" ? `Put it in quotes if the text is meant: "${String(value)}".` : "Write one text.";
  if (expected === "array") return typeof value === "string" ? `Write a list: [${quoted(value)}].` : "Write a list: [ ... ].";
  if (expected === "boolean") return "Write `true` or `false`, without quotes.";
  const named = ["ous", "accounts", "policies", "tags"].includes(String(path.at(-1)));
  return named ? "Write an object whose keys are the names." : "Write an object: { ... }.";
}

function numberForText(path: ValuePath, value: number): Diagnostic {
  const id = path.at(-1) === "id" && Number.isSafeInteger(value) && value >= 0;
  const text = id ? String(value).padStart(12, "0") : String(value);
  return {
    code: "LF1104",
    severity: "error",
    summary: `${sentence(keyWords(path))} is a number, but must be text.`,
    fix: `Put it in quotes: "${text}"${id && text.startsWith("0") ? " (check the leading zeros)" : ""}.`,
    path,
  };
}

/** A key with the thing it stands in: `` `tags` of account "x" ``, or the thing itself. */
export function keyWords(path: ValuePath): string {
  const { words, rest } = subjectOf(path);
  const [first, second] = rest;
  if (first === undefined) return words;
  if (typeof second === "number") return `the ${ordinal(second)} entry of \`${String(first)}\` of ${words}`;
  if (second !== undefined) return `${first === "tags" ? "tag" : `\`${String(first)}\``} ${quoted(second)} of ${words}`;
  return `\`${String(first)}\` of ${words}`;
}

function valueWords(value: unknown): string {
  if (value === null) return "null (no value)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return `the number ${value}`;
  return typeof value === "boolean" ? String(value) : `a ${typeof value}`;
}
