import type { ValuePath } from "../diagnostics/index.ts";
import { ordinal, quoted, type Subject } from "./subject.ts";

/** What a path into `identityCenter`, `roles` or `budgets` leads to; undefined for a path into anything else. */
export function accessSubject(path: ValuePath): Subject | undefined {
  const [first, second, third] = path;
  if (first === "roles" && second !== undefined) return policyIn({ kind: "role", words: `role ${quoted(second)}`, rest: path.slice(2) });
  if (first === "budgets" && second !== undefined) return noticeIn({ kind: "budget", words: `budget ${quoted(second)}`, rest: path.slice(2) });
  if (first === "expectations" && second !== undefined) return { kind: "expectation", words: `expectation ${quoted(second)}`, rest: path.slice(2) };
  if (first !== "identityCenter") return undefined;
  if (second === "permissionSets" && third !== undefined) return policyIn({ kind: "permissionSet", words: `permission set ${quoted(third)}`, rest: path.slice(3) });
  if (second === "groups" && third !== undefined) return { kind: "group", words: `group ${quoted(third)}`, rest: path.slice(3) };
  if (second === "assignments" && typeof third === "number") return { kind: "assignment", words: `assignment ${third + 1}`, rest: path.slice(3) };
  return { kind: "identityCenter", words: "Identity Center", rest: path.slice(1) };
}

/** A policy of the account, or the boundary, in a permission set or a role. */
function policyIn(holder: Subject): Subject {
  const [first, second] = holder.rest;
  if (first === "customerManagedPolicies" && typeof second === "number") {
    return { kind: "customerManagedPolicy", words: `the ${ordinal(second)} customer managed policy of ${holder.words}`, rest: holder.rest.slice(2) };
  }
  if (first !== "boundary") return holder;
  const words = `the boundary of ${holder.words}`;
  return second === "customerManagedPolicy" ? { kind: "customerManagedPolicy", words, rest: holder.rest.slice(2) } : { kind: "boundary", words, rest: holder.rest.slice(1) };
}

function noticeIn(budget: Subject): Subject {
  const [first, second] = budget.rest;
  return first === "notify" && typeof second === "number" ? { kind: "notice", words: `the ${ordinal(second)} notice of ${budget.words}`, rest: budget.rest.slice(2) } : budget;
}
