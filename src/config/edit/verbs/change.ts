import { LandfallError } from "../../../diagnostics/index.ts";
import { accountAddress, ouAddress } from "../../../ids/index.ts";
import { nodesOf, type Organization, type PlacedNode } from "../../../organization/index.ts";
import type { Edit } from "../edit.ts";
import { declaredAccount, declaredOu, keysTo, mustBeFree, ouText } from "./places.ts";
import { keyReferences, ouReferences } from "./references.ts";

const textPath = (path: readonly (string | number)[]): string[] => path.map(String);

/** An account under another OU, with all that the file says of it. */
export function moveAccount(organization: Organization, key: string, ou: string): Edit[] {
  const { path, parent, account } = declaredAccount(organization, key);
  const target = declaredOu(organization, ou);
  if (ouText(target) === ouText(parent)) return [];
  return [{ kind: "set", path: [...keysTo(target.names), "accounts", key], value: account }, { kind: "remove", path: textPath(path) }];
}

/** Another key for an account. The old address is kept as moved, so that the account is not taken for a new one. */
export function renameAccount(organization: Organization, key: string, to: string): Edit[] {
  mustBeFree(organization, to);
  const { path, account } = declaredAccount(organization, key);
  // The name and the address in AWS come from the key where nothing else is said; they stay what they are.
  const email = account.email === undefined && organization.accountEmail !== undefined ? [{ kind: "set", path: [...textPath(path), "email"], value: organization.accountEmail.replaceAll("{account}", key).replaceAll("{organization}", organization.name) } as const] : [];
  return [...email, { kind: "rename", path: textPath(path), key: to }, ...keyReferences(organization, key, to), ...moved(organization, accountAddress(key), accountAddress(to))];
}

/** Another name for an OU, here and in AWS. */
export function renameOu(organization: Organization, ou: string, to: string): Edit[] {
  const { names, path } = declaredOu(organization, ou);
  if (names.length === 0) throw new LandfallError({ code: "LF1131", severity: "error", summary: "The root has no other name.", fix: "Name an OU." }, "usage");
  const renamed = [...names.slice(0, -1), to];
  if (nodesOf(organization).some((node) => node.names.join("/") === renamed.join("/"))) throw new LandfallError({ code: "LF1131", severity: "error", summary: `The file has the OU ${renamed.join("/")} already.`, fix: "Choose another name." }, "usage");
  const below = nodesOf(organization).filter((node) => node.names.length >= names.length && names.every((name, index) => node.names[index] === name));
  return [{ kind: "rename", path: textPath(path), key: to }, ...ouReferences(organization, names, renamed), ...below.flatMap((node) => moved(organization, ouAddress(node.names), ouAddress([...renamed, ...node.names.slice(names.length)])))];
}

/** Wherever AWS has it, as it was called at first or just now, it is found: nobody knows how much of a chain was applied. */
function moved(organization: Organization, from: string, to: string): Edit[] {
  const earlier = Object.entries(organization.moved ?? {}).flatMap(([source, target]) => (target === from ? [source] : []));
  const leadsOn = earlier.map((source): Edit => (source === to ? { kind: "remove", path: ["moved", source] } : { kind: "set", path: ["moved", source], value: to }));
  return [{ kind: "set", path: ["moved", from], value: to }, ...leadsOn];
}

export interface Holding {
  readonly reason: string;
  readonly by: string;
  /** Today as YYYY-MM-DD. */
  readonly since: string;
}

const SUSPENDED = "Suspended";
const TRACES = ["held-from", "held-before", "held-since", "held-reason", "held-by"];

/** Out of use: under Suspended, with the tags by which it can be brought back. */
export function hold(organization: Organization, key: string, { reason, by, since }: Holding): Edit[] {
  const { path, parent, account } = declaredAccount(organization, key);
  if (account.state === "held") throw new LandfallError({ code: "LF1131", severity: "error", summary: `The account ${key} is held already.`, fix: "To bring it back: landfall restore." }, "usage");
  const siblings = Object.keys(parent.node.accounts ?? {});
  const next = siblings[siblings.indexOf(key) + 1];
  const tags = { ...account.tags, "held-from": ouText(parent), ...(next === undefined ? {} : { "held-before": next }), "held-since": since, "held-reason": reason, "held-by": by };
  const { names } = suspended(organization);
  return [{ kind: "set", path: [...keysTo(names), "accounts", key], value: { ...account, tags, state: "held" } }, { kind: "remove", path: textPath(path) }];
}

function suspended(organization: Organization): PlacedNode {
  const found = nodesOf(organization).find(({ names }) => names.length === 1 && names[0] === SUSPENDED);
  if (found !== undefined) return found;
  throw new LandfallError({ code: "LF1130", severity: "error", summary: `The file has no OU ${SUSPENDED} for accounts out of use.`, fix: `Declare it, and attach a policy to it that denies everything:\n\n  landfall add ou ${SUSPENDED}` }, "usage");
}

/** Back where it was held from, in front of whom it was, without the tags of the holding. */
export function restore(organization: Organization, key: string): Edit[] {
  const { path, parent, account } = declaredAccount(organization, key);
  const from = account.tags?.["held-from"];
  if (account.state !== "held" || from === undefined) throw new LandfallError({ code: "LF1131", severity: "error", summary: `The account ${key} is not held, or nothing says where it was.`, fix: "Move it: landfall move." }, "usage");
  const tags = Object.fromEntries(Object.entries(account.tags ?? {}).filter(([tag]) => !TRACES.includes(tag)));
  const { state: _, tags: __, ...rest } = account;
  const { names } = declaredOu(organization, from);
  const isAlone = Object.keys(parent.node.accounts ?? {}).length === 1;
  return [
    { kind: "set", path: [...keysTo(names), "accounts", key], value: { ...rest, ...(Object.keys(tags).length === 0 ? {} : { tags }) }, before: account.tags?.["held-before"] },
    { kind: "remove", path: textPath(isAlone ? path.slice(0, -1) : path) },
  ];
}

/** Another owner of an account, or of every account of an OU and below it. */
export function transfer(organization: Organization, key: string, owner: string): Edit[] {
  const { path } = declaredAccount(organization, key);
  return [{ kind: "set", path: [...textPath(path), "owner"], value: owner }];
}

