import { orderTest } from "./numeric.ts";
import type { OperatorCompiler } from "./operator.ts";

/** Source: IAM User Guide, "Date condition operators": W3C forms of ISO 8601, or seconds since 1970, on either side. */
export const dateOperators: OperatorCompiler = {
  family: "date",
  compile: (values, use) => orderTest(values, use, readDateOnce),
};

let lastText = "1970";
let lastTime = 0;

/** Many statements compare the same value of a request. */
function readDateOnce(text: string): number {
  if (text !== lastText) {
    lastTime = readDate(text);
    lastText = text;
  }
  return lastTime;
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Milliseconds since 1970; NaN for what is no date. Open question year-or-epoch. */
export function readDate(text: string): number {
  const found = FORM.exec(text);
  if (found === null) return /^\d+$/.test(text) ? Number(text) * 1000 : Number.NaN;
  const [, year = "", month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const start = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`);
  // Date.parse takes February 30 for March.
  if (Number.isNaN(start) || new Date(start).getUTCDate() !== Number(day)) return Number.NaN;
  return start - offsetOf(zone);
}

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
