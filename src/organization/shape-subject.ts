import type { ValuePath } from "../diagnostics/index.ts";
import { accessSubject } from "./access-subject.ts";
import { quoted, type Subject } from "./subject.ts";

export function subjectOf(path: ValuePath): Subject {
  const holder = holderOf(path);
  return contactIn(holder) ?? holder;
}

/** Contacts stand in the organization, an OU or an account. */
function contactIn({ words, rest }: Subject): Subject | undefined {
  const [first, type, ...inside] = rest;
  if (first !== "contacts") return undefined;
  const isType = type === "billing" || type === "operations" || type === "security";
  return isType ? { kind: "contact", words: `the ${type} contact of ${words}`, rest: inside } : { kind: "contacts", words: `the contacts of ${words}`, rest: rest.slice(1) };
}

function holderOf(path: ValuePath): Subject {
  const [first, second] = path;
  if (first === "policies" && second !== undefined) {
    return { kind: "policy", words: `policy ${quoted(second)}`, rest: path.slice(2) };
  }
  if (first === "waivers" && typeof second === "number") return { kind: "waiver", words: `waiver ${second + 1}`, rest: path.slice(2) };
  if (first === "delegationPolicy") return { kind: "delegationPolicy", words: "the delegation policy", rest: path.slice(1) };
  if (first === "managementAccount") return { kind: "managementAccount", words: "the management account", rest: path.slice(1) };
  if (first === "root") return accountIn(path.slice(1)) ?? { kind: "root", words: "the root", rest: path.slice(1) };
  if (first === "ous" && second !== undefined) return ouSubject(path);
  return accessSubject(path) ?? { kind: "organization", words: "the organization", rest: path };
}

function ouSubject(path: ValuePath): Subject {
  const names: string[] = [];
  let rest = path;
  while (rest[0] === "ous" && rest[1] !== undefined) {
    names.push(String(rest[1]));
    rest = rest.slice(2);
  }
  return accountIn(rest) ?? { kind: "ou", words: `OU ${quoted(names.join("/"))}`, rest };
}

function accountIn(rest: ValuePath): Subject | undefined {
  const [first, key] = rest;
  return first === "accounts" && key !== undefined
    ? { kind: "account", words: `account ${quoted(key)}`, rest: rest.slice(2) }
    : undefined;
}
