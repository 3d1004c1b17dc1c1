import type { Diagnostic, ValuePath } from "../../diagnostics/index.ts";
import type { Organization } from "../../organization/index.ts";
import { findingsOf } from "../review.ts";
import { RULES } from "../rules/index.ts";
import { subjectOf } from "../subject.ts";
import { waived } from "../waivers.ts";
import { LookedInto, UNKNOWN } from "./unknown.ts";
import { watch } from "./watch.ts";

/** What the rules can say about a file in which some values cannot be read. */
export interface RestReview {
  readonly findings: readonly Diagnostic[];
  /** How many rules look at what cannot be read, and so say nothing yet. */
  readonly waiting: number;
}

/**
 * Reviews what of a value is an organization. A rule that so much as looks at an unknown value says nothing, so every
 * finding holds whatever stands there once it is right.
 */
export function reviewRest(value: unknown, unknown: readonly ValuePath[], today?: string): RestReview {
  const nothing: RestReview = { findings: [], waiting: RULES.length };
  if (unknown.some((path) => path.length === 0)) return nothing;
  const organization = unknown.reduce(withUnknown, value) as Organization;
  const watcher = watch();
  return untouched(() => {
    const { growth, waivers = [] } = watcher.over(organization);
    const subject = subjectOf(watcher.over(organization), today);
    watcher.tighten();
    const watched = watcher.over(subject);
    const answers = RULES.map((rule) => untouched(() => plain(findingsOf(rule, watched, growth))));
    // A waiver may cover what is not told yet, so none is called idle.
    const findings = waived(answers.flatMap((answer) => answer ?? []), plain(waivers), today).filter(({ code }) => code !== "LF2116");
    return { findings, waiting: answers.filter((answer) => answer === undefined).length };
  }) ?? nothing;
}

/** Without what is watched in them. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Undefined where the answer would hang on something unknown: it was asked for, or what was passed on of it made no sense. */
function untouched<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof LookedInto || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A copy with UNKNOWN at a path. What lies on the way and is no object is unknown itself. */
function withUnknown(value: unknown, [key, ...path]: ValuePath): unknown {
  if (key === undefined || value === UNKNOWN || typeof value !== "object" || value === null) return UNKNOWN;
  if (Array.isArray(value)) return value.map((member: unknown, index) => (index === key ? withUnknown(member, path) : member));
  const entries = new Map<string, unknown>(Object.entries(value));
  const at = String(key);
  return Object.fromEntries(entries.set(at, path.length === 0 ? UNKNOWN : withUnknown(entries.get(at) ?? {}, path)));
}
