import { clean } from "../clean.ts";
import { wrap } from "../layout.ts";
import type { Style } from "../style.ts";
import { duration } from "../words.ts";
import type { AccessSource } from "./told.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Which source an answer is from, and how old it is: the last line of every answer. */
export function sourceLines({ kind, name, readAt, age, notRead = [], iam = [] }: AccessSource, style: Style): string[] {
  const texts = [...iam, ...notRead.map((text) => `Not read: ${text}.`), sentence({ kind, name, readAt, age })];
  return texts.flatMap((text) => wrap(clean(style, text), style.width));
}

function sentence({ kind, name, readAt = "", age = 0 }: Pick<AccessSource, "kind" | "name" | "readAt" | "age">): string {
  if (kind === "file") return `As ${name} has it; AWS was not asked.`;
  if (kind === "aws") return `As ${name} has it now.`;
  return `Snapshot ${name} of ${readAt.slice(0, 10)} ${readAt.slice(11, 16)} UTC, ${ageWords(age)}.`;
}

/** `3h 05m old`, and from two days on `4 days old`. Clocks of two machines may differ by a little. */
function ageWords(age: number): string {
  if (age < -MINUTE) return "which this machine's clock has yet to reach";
  if (age < MINUTE) return "less than a minute old";
  return `${age >= 48 * HOUR ? `${Math.floor(age / (24 * HOUR))} days` : duration(age)} old`;
}
