import { known } from "../finding.ts";
import { type Operator, withNegation } from "./operator.ts";

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const MINUTE = 60_000;

/**
 * Milliseconds since 1970, from one of "the W3C implementations of the ISO 8601 date formats or epoch (UNIX) time" in
 * seconds; undefined for anything else, such as a day that its month does not have.
 * Open question year-or-epoch: four digits are a year, without time zone it is UTC, after the millisecond digits are dropped.
 */
function readDate(text: string): number | undefined {
  if (/^\d+$/.test(text) && text.length !== 4) return Number(text) * 1000;
  const found = FORM.exec(text);
  if (found === null) return undefined;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = found;
  const inside = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
  if (!inside || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const utc = new Date(0);
  utc.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  utc.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.slice(0, 3).padEnd(3, "0")));
  const offset = readOffset(zone);
  return offset === undefined ? undefined : utc.getTime() - offset * MINUTE;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Minutes ahead of UTC. */
function readOffset(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

const reads = (value: string): boolean => readDate(value) !== undefined;

function comparing(holds: (value: number, limit: number) => boolean): Omit<Operator, "name" | "negated"> {
  const meets: Operator["meets"] = (value, { text }) => {
    const [moment, limit] = [readDate(value), readDate(text)];
    return known(moment !== undefined && limit !== undefined && holds(moment, limit));
  };
  return { reads, meets };
}

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Date condition operators". No variables. */
export const DATE_OPERATORS: readonly Operator[] = [
  ...withNegation("DateEquals", "DateNotEquals", comparing((value, limit) => value === limit)),
  { name: "DateLessThan", negated: false, ...comparing((value, limit) => value < limit) },
  { name: "DateLessThanEquals", negated: false, ...comparing((value, limit) => value <= limit) },
  { name: "DateGreaterThan", negated: false, ...comparing((value, limit) => value > limit) },
  { name: "DateGreaterThanEquals", negated: false, ...comparing((value, limit) => value >= limit) },
];
