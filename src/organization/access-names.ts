import type { ValuePath } from "../diagnostics/index.ts";
import { BUDGET_QUOTAS } from "../limits/index.ts";
import { eachMember, isObject, property } from "./members.ts";
import { FORMS, type FormName, missesForm } from "./shape-forms.ts";
import { keyWords, type ShapeMistake, wrongForm } from "./shape-mistakes.ts";
import { sentence } from "./subject.ts";

/** What zod leaves out of Identity Center, roles and budgets: keys that are names, and keys that exclude each other. */
export function accessMistakes(value: unknown): ShapeMistake[] {
  const mistakes: ShapeMistake[] = [];
  const named = (holder: unknown, path: ValuePath, key: string, form: FormName, visit?: (at: ValuePath, member: unknown) => void): void => {
    eachMember(holder, path, key, (at, name, member) => {
      if (missesForm(name, FORMS[form]) !== undefined) mistakes.push({ ...wrongForm(at, name, form), about: "key" });
      visit?.(at, member);
    });
  };
  const policies = (at: ValuePath, holder: unknown): void => void mistakes.push(...holderMistakes(holder, at));
  const center = property(value, "identityCenter");
  named(center, ["identityCenter"], "permissionSets", "permissionSetName", policies);
  named(center, ["identityCenter"], "groups", "groupName");
  mistakes.push(...each(center, "assignments").flatMap((assignment, index) => assignmentMistakes(assignment, ["identityCenter", "assignments", index])));
  named(value, [], "roles", "roleName", policies);
  named(value, [], "budgets", "budgetName", (at, budget) => void mistakes.push(...budgetMistakes(budget, at)));
  return mistakes;
}

const each = (holder: unknown, key: string): readonly unknown[] => {
  const list = property(holder, key);
  return Array.isArray(list) ? list : [];
};

const states = (value: unknown, key: string): boolean => property(value, key) !== undefined;

/** The policies of a permission set or a role. */
function holderMistakes(holder: unknown, path: ValuePath): ShapeMistake[] {
  const boundary = property(holder, "boundary");
  const named = each(holder, "customerManagedPolicies").map((policy, index) => [policy, [...path, "customerManagedPolicies", index]] as const);
  const limit = [property(boundary, "customerManagedPolicy"), [...path, "boundary", "customerManagedPolicy"]] as const;
  return [
    ...notBoth(holder, path, "inlinePolicy"),
    ...[...named, limit].flatMap(([policy, at]) => notBoth(policy, at, "document")),
    ...(isObject(boundary) ? exactlyOne(boundary, [...path, "boundary"], "managedPolicy", "customerManagedPolicy") : []),
  ];
}

function notBoth(holder: unknown, path: ValuePath, key: string): ShapeMistake[] {
  if (!states(holder, key) || !states(holder, "file")) return [];
  return [{ code: "LF1112", severity: "error", summary: `${sentence(keyWords(path))} states both \`${key}\` and \`file\`.`, fix: "Remove one of them.", path: [...path, "file"] }];
}

function exactlyOne(holder: unknown, path: ValuePath, one: string, other: string): ShapeMistake[] {
  const both = states(holder, one) && states(holder, other);
  if (!both && (states(holder, one) || states(holder, other))) return [];
  const summary = `${sentence(keyWords(path))} states ${both ? "both" : "neither"} \`${one}\` ${both ? "and" : "nor"} \`${other}\`.`;
  return [{ code: "LF1122", severity: "error", summary, fix: both ? "Remove one of them." : `Add one of them.`, path: both ? [...path, other] : path }];
}

function assignmentMistakes(assignment: unknown, path: ValuePath): ShapeMistake[] {
  if (!isObject(assignment)) return [];
  const nowhere = each(assignment, "accounts").length + each(assignment, "ous").length === 0 && [property(assignment, "accounts"), property(assignment, "ous")].every((list) => list === undefined || Array.isArray(list));
  return [
    ...exactlyOne(assignment, path, "group", "user"),
    ...(nowhere
      ? [{ code: "LF1122", severity: "error", summary: `${sentence(keyWords(path))} names no accounts.`, fix: "Name accounts in `accounts`, or OUs in `ous`.", path } satisfies ShapeMistake]
      : []),
  ];
}

function budgetMistakes(budget: unknown, path: ValuePath): ShapeMistake[] {
  const notices = each(budget, "notify");
  const tooMany = (count: number, limit: number, things: string, at: ValuePath): ShapeMistake[] =>
    count <= limit ? [] : [{ code: "LF1123", severity: "error", summary: `${sentence(keyWords(at))} has ${count} ${things}, more than ${limit}.`, fix: "Remove some.", path: at }];
  return [
    ...tooMany(notices.length, BUDGET_QUOTAS.notifications, "notices", [...path, "notify"]),
    ...notices.flatMap((notice, index) => tooMany(each(notice, "emails").length, BUDGET_QUOTAS.emailsPerNotification, "addresses", [...path, "notify", index, "emails"])),
  ];
}
