import { matchesArn, matchesWildcard } from "./wildcard.ts";

export interface Operator {
  /** Whether one value of the policy fits one of the request, before negation. */
  compare(wanted: string, value: string): boolean;
  readonly isNegated: boolean;
}

const equals = (wanted: string, value: string): boolean => wanted === value;
const equalsIgnoreCase = (wanted: string, value: string): boolean => wanted.toLowerCase() === value.toLowerCase();
const numbers = (compare: (value: number, wanted: number) => boolean) => (wanted: string, value: string): boolean => {
  const [a, b] = [Number(value), Number(wanted)];
  return !Number.isNaN(a) && !Number.isNaN(b) && compare(a, b);
};
/** ISO 8601, or seconds since the epoch. */
const timeOf = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text));
const dates = (compare: (value: number, wanted: number) => boolean) => (wanted: string, value: string): boolean => {
  const [a, b] = [timeOf(value), timeOf(wanted)];
  return !Number.isNaN(a) && !Number.isNaN(b) && compare(a, b);
};

const positive = (compare: Operator["compare"]): Operator => ({ compare, isNegated: false });
const negated = (compare: Operator["compare"]): Operator => ({ compare, isNegated: true });

/**
 * The condition operators that can be evaluated here, without set prefix and `IfExists`. Not here: IpAddress and
 * NotIpAddress (a request has no honest address), BinaryEquals. Source: IAM User Guide, "Condition operators".
 */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: positive(equals),
  StringNotEquals: negated(equals),
  StringEqualsIgnoreCase: positive(equalsIgnoreCase),
  StringNotEqualsIgnoreCase: negated(equalsIgnoreCase),
  StringLike: positive(matchesWildcard),
  StringNotLike: negated(matchesWildcard),
  ArnEquals: positive(matchesArn),
  ArnNotEquals: negated(matchesArn),
  ArnLike: positive(matchesArn),
  ArnNotLike: negated(matchesArn),
  Bool: positive(equalsIgnoreCase),
  NumericEquals: positive(numbers((value, wanted) => value === wanted)),
  NumericNotEquals: negated(numbers((value, wanted) => value === wanted)),
  NumericLessThan: positive(numbers((value, wanted) => value < wanted)),
  NumericLessThanEquals: positive(numbers((value, wanted) => value <= wanted)),
  NumericGreaterThan: positive(numbers((value, wanted) => value > wanted)),
  NumericGreaterThanEquals: positive(numbers((value, wanted) => value >= wanted)),
  DateEquals: positive(dates((value, wanted) => value === wanted)),
  DateNotEquals: negated(dates((value, wanted) => value === wanted)),
  DateLessThan: positive(dates((value, wanted) => value < wanted)),
  DateLessThanEquals: positive(dates((value, wanted) => value <= wanted)),
  DateGreaterThan: positive(dates((value, wanted) => value > wanted)),
  DateGreaterThanEquals: positive(dates((value, wanted) => value >= wanted)),
};
