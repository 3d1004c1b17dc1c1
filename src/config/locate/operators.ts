import { type Origin, scalar, type Scalar, type Traced, truth, unknown } from "./traced.ts";

type Plain = string | number;

const NUMERIC: Readonly<Record<string, (a: Plain, b: Plain) => Scalar>> = {
  "-": (a, b) => Number(a) - Number(b),
  "*": (a, b) => Number(a) * Number(b),
  "/": (a, b) => Number(a) / Number(b),
  "%": (a, b) => Number(a) % Number(b),
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
};

const EQUALITY: Readonly<Record<string, (a: Scalar, b: Scalar) => boolean>> = {
  "===": (a, b) => a === b,
  "!==": (a, b) => a !== b,
  "==": (a, b) => a === b || ((a ?? null) === null && (b ?? null) === null),
  "!=": (a, b) => a !== b && !((a ?? null) === null && (b ?? null) === null),
};

/** Longer texts are no names, and hostile code doubles them until memory is full. */
export const MAX_TEXT = 100_000;

export function binary(operator: string, left: Traced, right: Traced, origin: Origin): Traced {
  if (left.kind !== "scalar" || right.kind !== "scalar") return unknown(origin);
  const [a, b] = [left.value, right.value];
  const equal = EQUALITY[operator];
  if (equal !== undefined) return scalar(equal(a, b), origin);
  if (operator === "+" && (typeof a === "string" || typeof b === "string")) {
    const text = String(a) + String(b);
    return text.length > MAX_TEXT ? unknown(origin) : scalar(text, origin);
  }
  if (!isPlain(a) || !isPlain(b)) return unknown(origin);
  if (operator === "+") return scalar(Number(a) + Number(b), origin);
  const numeric = NUMERIC[operator];
  return numeric === undefined ? unknown(origin) : scalar(numeric(a, b), origin);
}

export function unary(operator: string, value: Traced, origin: Origin): Traced {
  if (operator === "!") {
    const known = truth(value);
    return known === undefined ? unknown(origin) : scalar(!known, origin);
  }
  if (operator === "void") return scalar(undefined, origin);
  if (value.kind !== "scalar") return unknown(origin);
  if (operator === "-") return scalar(-Number(value.value), origin);
  if (operator === "+") return scalar(Number(value.value), origin);
  return operator === "typeof" ? scalar(typeof value.value, origin) : unknown(origin);
}

const isPlain = (value: Scalar): value is Plain => typeof value === "string" || typeof value === "number";
