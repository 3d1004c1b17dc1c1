import { createHash } from "node:crypto";
import { type Fingerprint, type KeptFingerprint, partOf } from "../../plan/index.ts";
import { packed, unpacked } from "./entries.ts";

/** The first line of the first parameter. */
interface Header {
  readonly format: "landfall.fingerprint/1";
  readonly organization: string;
  readonly run?: string;
  readonly at: string;
  /** The run that is at work, and since when; what is kept is not true any more. */
  readonly open?: { readonly run: string; readonly at: string };
  /** A hash of each part. One part stands below the header; several stand in parameters of their own. */
  readonly parts: readonly string[];
  /** A hash of all else here: it shows what was cut short or damaged, and stops nobody who means to forge. */
  readonly sum: string;
}

/** Characters that a standard parameter holds. Source: Systems Manager User Guide, "Managing parameter tiers". */
const LARGEST = 4_096;
/** How many parts are tried: far apart, so that a few things more or less leave the parts what they are. */
const PARTS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96];
/** The most parameters there are, the header's among them. */
export const MOST_PARAMETERS = 1 + Math.max(...PARTS);

/** A fingerprint as the values of its parameters; undefined where it is too large, beyond some 40,000 accounts. */
export function textsOf({ run, at, ...left }: Fingerprint, organization: string): string[] | undefined {
  const bytes = packed(left, 1).reduce((sum, { length }) => sum + length, 0);
  for (const count of PARTS.filter((parts) => parts * LARGEST >= (bytes * 4) / 3)) {
    const bodies = packed(left, count).map((body) => body.toString("base64"));
    const header = sealed({ format: "landfall.fingerprint/1", organization, run, at, parts: bodies.map((body) => hashOf(body, 8)) });
    const texts = count === 1 ? [`${header}\n${bodies[0] ?? ""}`] : [header, ...bodies];
    if (texts.every(({ length }) => length <= LARGEST)) return texts;
  }
  return undefined;
}

/** The first parameter, from now on that of a fingerprint which is not true any more; undefined where it is none. */
export function openedText(text: string, open: { readonly run: string; readonly at: string }): string | undefined {
  const { header, body } = headerOf(text);
  return header === undefined ? undefined : `${sealed({ ...header, open })}${body === undefined ? "" : `\n${body}`}`;
}

/** What the parameters say. */
export function readTexts(texts: readonly (string | undefined)[]): KeptFingerprint {
  const [first] = texts;
  if (first === undefined) return { state: "none" };
  const { header, body } = headerOf(first);
  if (header === undefined) return { state: "damaged", why: "what stands in /landfall/fingerprint/0 is damaged or cut short" };
  const { organization: organizationId, run, at, open, parts } = header;
  if (open !== undefined) return { state: "open", organizationId, ...open };
  const bodies = parts.length === 1 ? [body] : texts.slice(1, parts.length + 1);
  const whole = parts.map((hash, index) => (bodies[index] !== undefined && hashOf(bodies[index], 8) === hash ? unpacked(Buffer.from(bodies[index], "base64")) : undefined));
  const lost = whole.flatMap((part, index) => (part === undefined ? [rangeOf(index, parts.length)] : []));
  if (lost.length === parts.length) return { state: "damaged", why: "its parts are damaged or cut short" };
  const sets = whole.filter((part) => part !== undefined);
  const fingerprint: Fingerprint = {
    run,
    at,
    items: new Map(sets.flatMap(({ items }) => [...items])),
    others: new Set(sets.flatMap(({ others }) => [...others])),
    unknown: new Set(sets.flatMap(({ unknown }) => [...unknown])),
    without: new Set(sets.flatMap(({ without }) => [...without])),
    lost,
  };
  return { state: "closed", organizationId, fingerprint };
}

/** How many parameters a fingerprint has, by its first. */
export function parametersOf(first: string | undefined): number {
  const { parts = [] } = (first === undefined ? undefined : headerOf(first).header) ?? {};
  return parts.length <= 1 ? 1 : Math.min(parts.length + 1, MOST_PARAMETERS);
}

/** The hashes of addresses that belong to a part. */
function rangeOf(part: number, parts: number): readonly [number, number] {
  const [from, to] = [part, part + 1].map((edge) => {
    const near = Math.floor((edge / parts) * 2 ** 32);
    return partOf(near, parts) < edge ? near + 1 : near;
  });
  return [from ?? 0, to ?? 0];
}

function sealed({ format, organization, run, at, open, parts }: Omit<Header, "sum">): string {
  const text = { format, organization, run, at, open, parts };
  return JSON.stringify({ ...text, sum: hashOf(JSON.stringify(text), 16) });
}

function headerOf(text: string): { readonly header?: Header; readonly body?: string } {
  const [line = "", body] = text.split("\n");
  try {
    const header = JSON.parse(line) as Partial<Header> | null;
    const isSealed = header?.format === "landfall.fingerprint/1" && Array.isArray(header.parts) && sealed(header as Header) === line;
    return isSealed ? { header: header as Header, body } : {};
  } catch {
    return {};
  }
}

const hashOf = (text: string, length: number): string => createHash("sha256").update(text).digest("hex").slice(0, length);
