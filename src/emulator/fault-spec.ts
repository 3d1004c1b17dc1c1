import { LandfallError } from "../diagnostics/index.ts";
import { faultKind, FAULTS, type FaultName } from "./fault-kinds.ts";

/** Trouble that is asked for, and how often it comes. */
export interface FaultSpec {
  readonly name: FaultName;
  /** See `FAULTS`: a status, a number of seconds, a reason. */
  readonly parameter?: string;
  /** The share of calls that meet it, from 0 to 1; 1 by default. */
  readonly rate?: number;
  /** How many calls meet it before it is over; without end by default. */
  readonly count?: number;
  /** Only these calls meet it: `organizations:CreateAccount`, `organizations:List*`. */
  readonly operations?: readonly string[];
}

const FORM = /^(?<name>[a-z-]+)(?::(?<parameter>[^/@]+))?(?:\/(?<operations>[^@]+))?(?:@(?:x(?<count>\d+)|(?<rate>\d*\.?\d+)(?<percent>%?)))?$/;

/**
 * Reads a fault as a person writes it: `name[:parameter][/operation,…][@rate|@xcount]`, for example `throttle@0.2`,
 * `failing-creation:INTERNAL_FAILURE@x1` or `server-error:503/organizations:List*@10%`.
 * Throws `LandfallError` LF8008 when it is none.
 */
export function parseFault(text: string): FaultSpec {
  const { name = "", parameter, operations, count, rate, percent } = FORM.exec(text)?.groups ?? {};
  const spec = {
    name,
    ...(parameter === undefined ? {} : { parameter }),
    ...(operations === undefined ? {} : { operations: operations.split(",") }),
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(rate === undefined ? {} : { rate: Number(rate) / (percent === "%" ? 100 : 1) }),
  };
  return checkFault(spec, text);
}

/** Throws LF8008 for a fault that the emulator does not have, or cannot bring about as it is asked for. */
export function checkFault(spec: Omit<FaultSpec, "name"> & { readonly name: string }, text: string = spec.name): FaultSpec {
  const kind = faultKind(spec.name);
  if (kind === undefined) throw notAFault(text, `there is no ${spec.name === "" ? "such fault" : `fault ${spec.name}`}`);
  const { parameter } = kind;
  if (parameter === undefined && spec.parameter !== undefined) throw notAFault(text, `${kind.name} takes no parameter`);
  const given = spec.parameter ?? parameter?.default;
  if (parameter !== undefined && !parameter.form.test(given ?? "")) throw notAFault(text, `${kind.name} takes ${parameter.says}`);
  if (spec.rate !== undefined && !(spec.rate >= 0 && spec.rate <= 1)) throw notAFault(text, `its rate is ${spec.rate}, and should be from 0 to 1`);
  if (spec.count !== undefined && !(Number.isInteger(spec.count) && spec.count >= 0)) throw notAFault(text, `its count is ${spec.count}, and should be a whole number`);
  return spec as FaultSpec;
}

const notAFault = (text: string, why: string): LandfallError =>
  new LandfallError(
    {
      code: "LF8008",
      severity: "error",
      summary: `The emulator cannot bring about ${text === "" ? "a fault without a name" : text}: ${why}.`,
      fix: `Faults are ${FAULTS.map(({ name }) => name).join(", ")}, written as name[:parameter][/operations][@rate].`,
    },
    "usage",
  );
