import type { ValuePath } from "../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import { FORMS, type FormName, missesForm } from "./shape-forms.ts";
import { keyWords, type ShapeMistake, wrongForm } from "./shape-mistakes.ts";
import { sentence } from "./shape-subject.ts";

/** Visits what can be visited of a value of any shape; the shape itself is told elsewhere. */
type Visit = (path: ValuePath, key: string, member: unknown) => void;

/** What zod leaves out: keys that are names, and keys that exclude each other. */
export function nameMistakes(value: unknown): ShapeMistake[] {
  const mistakes: ShapeMistake[] = [];
  const name = (path: ValuePath, key: string, form: FormName): void => {
    if (missesForm(key, FORMS[form]) !== undefined) mistakes.push({ ...wrongForm(path, key, form), about: "key" });
  };
  const tags = (holder: unknown, path: ValuePath): void => {
    const keys = members(holder, path, "tags", (at, key) => name(at, key, "tagKey"));
    if (keys > ORGANIZATIONS_QUOTAS.tagsPerResource) mistakes.push(tooManyTags([...path, "tags"], keys));
  };
  const accounts = (holder: unknown, path: ValuePath): void => {
    members(holder, path, "accounts", (at, key, account) => {
      name(at, key, "accountKey");
      if (property(account, "name") === undefined && missesForm(key, FORMS.accountKey) === undefined) name(at, key, "accountName");
      tags(account, at);
    });
  };
  const ous = (holder: unknown, path: ValuePath): void => {
    members(holder, path, "ous", (at, key, ou) => {
      name(at, key, "ouName");
      tags(ou, at);
      accounts(ou, at);
      ous(ou, at);
    });
  };
  tags(value, []);
  members(value, [], "policies", (at, key, policy) => {
    if (property(policy, "name") === undefined) name(at, key, "policyName");
    tags(policy, at);
    mistakes.push(...sourceMistakes(policy, at));
  });
  mistakes.push(...sourceMistakes(property(value, "delegationPolicy"), ["delegationPolicy"]));
  for (const place of ["root", "managementAccount", "delegationPolicy"]) tags(property(value, place), [place]);
  accounts(property(value, "root"), ["root"]);
  ous(value, []);
  return mistakes;
}

function sourceMistakes(policy: unknown, path: ValuePath): ShapeMistake[] {
  if (!isObject(policy)) return [];
  const both = property(policy, "document") !== undefined && property(policy, "file") !== undefined;
  const neither = property(policy, "document") === undefined && property(policy, "file") === undefined;
  if (!both && !neither) return [];
  return [
    {
      code: "LF1112",
      severity: "error",
      summary: `${sentence(keyWords(path))} states ${both ? "both `document` and `file`" : "neither `document` nor `file`"}.`,
      fix: both ? "Remove one of them." : "Add `document`, or `file` with the path of a JSON file.",
      path: both ? [...path, "file"] : path,
    },
  ];
}

const tooManyTags = (path: ValuePath, count: number): ShapeMistake => ({
  code: "LF1111",
  severity: "error",
  summary: `${sentence(keyWords(path))} has ${count} tags, more than ${ORGANIZATIONS_QUOTAS.tagsPerResource}.`,
  fix: "Remove some.",
  path,
});

/** Calls back for every member of an object's property; answers how many there are. */
function members(holder: unknown, path: ValuePath, key: string, visit: Visit): number {
  const held = property(holder, key);
  if (!isObject(held)) return 0;
  const entries = Object.entries(held);
  for (const [name, member] of entries) visit([...path, key, name], name, member);
  return entries.length;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const property = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
