import type { ValuePath } from "../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import { accessMistakes } from "./access-names.ts";
import { eachMember, isObject, property } from "./members.ts";
import { FORMS, type FormName, missesForm } from "./shape-forms.ts";
import { keyWords, type ShapeMistake, wrongForm } from "./shape-mistakes.ts";
import { sentence } from "./subject.ts";

/** What zod leaves out: keys that are names, and keys that exclude each other. */
export function nameMistakes(value: unknown): ShapeMistake[] {
  const mistakes: ShapeMistake[] = [];
  const name = (path: ValuePath, key: string, form: FormName): void => {
    if (missesForm(key, FORMS[form]) !== undefined) mistakes.push({ ...wrongForm(path, key, form), about: "key" });
  };
  const tags = (holder: unknown, path: ValuePath): void => {
    const keys = eachMember(holder, path, "tags", (at, key) => name(at, key, "tagKey"));
    if (keys > ORGANIZATIONS_QUOTAS.tagsPerResource) mistakes.push(tooManyTags([...path, "tags"], keys));
  };
  const accounts = (holder: unknown, path: ValuePath): void => {
    eachMember(holder, path, "accounts", (at, key, account) => {
      name(at, key, "accountKey");
      if (property(account, "name") === undefined && missesForm(key, FORMS.accountKey) === undefined) name(at, key, "accountName");
      tags(account, at);
    });
  };
  const ous = (holder: unknown, path: ValuePath): void => {
    eachMember(holder, path, "ous", (at, key, ou) => {
      name(at, key, "ouName");
      tags(ou, at);
      accounts(ou, at);
      ous(ou, at);
    });
  };
  tags(value, []);
  eachMember(value, [], "policies", (at, key, policy) => {
    if (property(policy, "name") === undefined) name(at, key, "policyName");
    tags(policy, at);
    mistakes.push(...sourceMistakes(policy, at));
  });
  eachMember(value, [], "guardrails", (at, key) => name(at, key, "guardrailName"));
  mistakes.push(...sourceMistakes(property(value, "delegationPolicy"), ["delegationPolicy"]));
  for (const place of ["root", "managementAccount", "delegationPolicy"]) tags(property(value, place), [place]);
  accounts(property(value, "root"), ["root"]);
  ous(value, []);
  const sets = property(value, "identityCenter");
  eachMember(sets, ["identityCenter"], "permissionSets", (at, _key, set) => tags(set, at));
  return [...mistakes, ...accessMistakes(value)];
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
