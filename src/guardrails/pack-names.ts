import { type Address, type AuthorizationPolicyKind, ouPath, ROOT } from "../ids/index.ts";

/** Long names are cut, so that there is room for a number and for what tells cut ones apart. */
const MOST = 90;

/**
 * What the packs of a set of places are called: `guardrails-root`, `guardrails-rcp-Workloads.Prod`. It depends on nothing
 * but the places and the type, so that a pack keeps its name whatever is in it.
 */
export function packBase(kind: AuthorizationPolicyKind, targets: readonly Address[]): string {
  const names = targets.map((target) => (target === ROOT ? "root" : target.startsWith("ou:") ? ouPath(target).join(".") : target));
  const [first = "", second, ...more] = names;
  const shown = second === undefined ? first : more.length === 0 ? `${first}+${second}` : `${first}+${names.length - 1}`;
  const plain = shown.replaceAll(/[^A-Za-z0-9.+-]/g, "-");
  const isExact = plain === shown && plain.length <= MOST && more.length === 0 && targets.every(isPlain);
  return `guardrails-${kind === "scp" ? "" : `${kind}-`}${isExact ? plain : `${plain.slice(0, MOST)}-${hash(JSON.stringify(targets))}`}`;
}

/** Numbers follow a sign that no base holds. */
export const packName = (base: string, number: number): string => (number === 1 ? base : `${base}_${number}`);

/** The number of a pack among those of its places; undefined where it is another's. */
export function packNumber(name: string, base: string): number | undefined {
  if (name === base) return 1;
  const number = name.startsWith(`${base}_`) ? Number(name.slice(base.length + 1)) : 0;
  return Number.isSafeInteger(number) && number > 1 ? number : undefined;
}

/** Whether the joined name can be read in one way only. */
const isPlain = (target: Address): boolean => target === ROOT || (target.startsWith("ou:") && !ouPath(target).some((name) => /[.+]|^(?:rcp-|root$)/.test(name)));

/** FNV-1a, 32 bits: only to tell names apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}
