import type { OperatorFamily } from "./operators.ts";
import { arnPatternFields } from "./arn-fields.ts";

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const EPOCH_SECONDS = /^\d+$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const IPV4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*(?:\.\d+){0,3}$/;

/** What a value must look like to be read by an operator. Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
export const VALUE_FORMS: Readonly<Record<OperatorFamily, { readonly title: string; readonly fits: (value: string) => boolean }>> = {
  string: { title: "a text", fits: () => true },
  numeric: { title: "a number", fits: (value) => NUMBER.test(value) },
  date: { title: "a date such as 2026-01-31T00:00:00Z, or seconds since 1970", fits: (value) => DATE.test(value) || EPOCH_SECONDS.test(value) },
  boolean: { title: "true or false", fits: isBoolean },
  null: { title: "true or false", fits: isBoolean },
  binary: { title: "Base64", fits: (value) => BASE64.test(value) },
  ip: { title: "an IP address or a CIDR range", fits: isIpRange },
  arn: { title: "an ARN with six fields", fits: (value) => arnPatternFields(value)?.length === 6 },
};

function isBoolean(value: string): boolean {
  return /^(?:true|false)$/i.test(value);
}

function isIpRange(value: string): boolean {
  const [address = "", prefix, ...more] = value.split("/");
  const bits = IPV4.test(address) ? 32 : IPV6.test(address) ? 128 : undefined;
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
