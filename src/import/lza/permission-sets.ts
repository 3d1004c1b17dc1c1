import type { Diagnostic } from "../../diagnostics/index.ts";
import { IDENTITY_CENTER_QUOTAS } from "../../limits/index.ts";
import type { PermissionsBoundary, PermissionSet } from "../../organization/index.ts";
import type { Refusal } from "../document-refusal.ts";
import { type Fates, settleKeys } from "../settle-keys.ts";
import { itemsOf, mapping } from "../shape.ts";
import type { Tally } from "../tally.ts";
import { memberOf, oneLine, textOf, type YamlNode } from "../yaml-node.ts";
import type { IamPolicies } from "./iam-policies.ts";

const UNKNOWN = { why: "neither LZA nor landfall knows this key" };
const SET_KEYS: Fates = { name: "read", policies: "read", sessionDuration: "read", description: "read", "*": UNKNOWN };
const POLICIES_KEYS: Fates = { awsManaged: "read", customerManaged: "read", acceleratorManaged: "read", inlinePolicy: "read", permissionsBoundary: "read", "*": UNKNOWN };

/** The permission sets, and the names of those that were left with the reason. */
export interface CarriedSets {
  readonly sets: ReadonlyMap<string, PermissionSet>;
  readonly left: ReadonlyMap<string, string>;
}

export function readPermissionSets(center: YamlNode | undefined, policies: IamPolicies, tally: Tally, problems: Diagnostic[]): CarriedSets {
  const sets = new Map<string, PermissionSet>();
  const left = new Map<string, string>();
  for (const item of itemsOf(center, "identityCenterPermissionSets", problems)) {
    const name = textOf(mapping(item, "A permission set", problems), "name") ?? "";
    const finding = tally.find("permission-set", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place);
    const set = refusalOfName(name, sets) ?? permissionSetOf(item, name, policies, problems);
    if ("why" in set) {
      finding.leave(set.why, set.hint);
      if (!sets.has(name)) left.set(name, set.why);
      continue;
    }
    finding.carry();
    sets.set(name, set);
    settleKeys(item, name, SET_KEYS, tally);
    settleKeys(memberOf(item, "policies"), `${name}: policies`, POLICIES_KEYS, tally);
  }
  return { sets, left };
}

function refusalOfName(name: string, sets: ReadonlyMap<string, PermissionSet>): Refusal | undefined {
  if (sets.has(name)) return { why: "a permission set of that name stands above" };
  if (name.length > IDENTITY_CENTER_QUOTAS.permissionSetNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${IDENTITY_CENTER_QUOTAS.permissionSetNameLength}` };
  return /^[\w+=,.@-]+$/.test(name) ? undefined : { why: name === "" ? "it has no name" : "AWS does not take its name" };
}

function permissionSetOf(item: YamlNode, name: string, policies: IamPolicies, problems: Diagnostic[]): PermissionSet | Refusal {
  const stated = memberOf(item, "policies");
  const inline = textOf(stated, "inlinePolicy");
  const file = inline === undefined ? undefined : policies.fileOf(inline, name);
  if (typeof file === "object") return { why: `without its inline policy it would grant something else: ${file.why}`, ...(file.hint === undefined ? {} : { hint: file.hint }) };
  const session = sessionOf(textOf(item, "sessionDuration"));
  if (typeof session === "object") return session;
  const managed = namesIn(stated, "awsManaged", problems);
  const own = ["customerManaged", "acceleratorManaged"].flatMap((key) => namesIn(stated, key, problems)).map((each) => policies.named(each));
  const description = oneLine(textOf(item, "description") ?? "").slice(0, IDENTITY_CENTER_QUOTAS.permissionSetDescriptionLength).trim();
  const boundary = boundaryOf(memberOf(stated, "permissionsBoundary"), policies);
  return {
    ...(description === "" ? {} : { description }),
    ...(session === undefined ? {} : { sessionDuration: session }),
    ...(managed.length === 0 ? {} : { managedPolicies: managed }),
    ...(own.length === 0 ? {} : { customerManagedPolicies: own }),
    ...(file === undefined ? {} : { file }),
    ...(boundary === undefined ? {} : { boundary }),
  };
}

export const namesIn = (node: YamlNode | undefined, key: string, problems: Diagnostic[]): string[] =>
  itemsOf(node, key, problems).flatMap((each) => (each.kind === "scalar" && each.text !== "" ? [each.text] : []));

/** LZA states minutes. */
function sessionOf(text: string | undefined): string | Refusal | undefined {
  if (text === undefined) return undefined;
  const minutes = Number(text);
  const { sessionMinMinutes, sessionMaxMinutes } = IDENTITY_CENTER_QUOTAS;
  if (!Number.isInteger(minutes) || minutes < sessionMinMinutes || minutes > sessionMaxMinutes) return { why: `its sessions last ${text} minutes, and AWS takes ${sessionMinMinutes} to ${sessionMaxMinutes}` };
  return `PT${Math.floor(minutes / 60)}H${minutes % 60 === 0 ? "" : `${minutes % 60}M`}`;
}

function boundaryOf(node: YamlNode | undefined, policies: IamPolicies): PermissionsBoundary | undefined {
  const managedPolicy = textOf(node, "awsManagedPolicyName");
  if (managedPolicy !== undefined) return { managedPolicy };
  const customer = memberOf(node, "customerManagedPolicy");
  const name = textOf(customer, "name");
  return name === undefined ? undefined : { customerManagedPolicy: policies.named(name, textOf(customer, "path")) };
}
