import { AwsError } from "../../aws-error.ts";
import type { Call, Constraint } from "../../operation.ts";
import type { ParameterVersion } from "./parameters.ts";
import { parameterTags } from "./tags.ts";

export interface ParameterFilter {
  readonly Key: string;
  readonly Option?: string;
  readonly Values?: readonly string[];
}

export const FILTERS: Readonly<Record<string, Constraint>> = {
  "ParameterFilters[].Key": { required: true, min: 1, max: 132, pattern: /^(tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType)$/ },
  "ParameterFilters[].Option": { min: 1, max: 10 },
  "ParameterFilters[].Values": { min: 1, max: 50 },
  "ParameterFilters[].Values[]": { min: 1, max: 1024 },
};

type Test = (value: string, wanted: string) => boolean;

const EQUALITY: Readonly<Record<string, Test>> = { Equals: (value, wanted) => value === wanted, BeginsWith: (value, wanted) => value.startsWith(wanted) };
const CONTAINS: Readonly<Record<string, Test>> = { ...EQUALITY, Contains: (value, wanted) => value.includes(wanted) };
const PLACE: Readonly<Record<string, Test>> = { OneLevel: (name, path) => isBelow(name, path, false), Recursive: (name, path) => isBelow(name, path, true) };

/**
 * Whether a parameter is in a hierarchy: at its own level, or at any below it.
 * Unconfirmed: that names without a slash are at the level of "/".
 */
export function isBelow(name: string, path: string, isRecursive: boolean): boolean {
  const full = name.startsWith("/") ? name : `/${name}`;
  const start = path.endsWith("/") ? path : `${path}/`;
  return full.startsWith(start) && (isRecursive || !full.slice(start.length).includes("/"));
}

/**
 * A test that takes what all filters take; a filter takes what has one of its values.
 * Source: Systems Manager API Reference, "ParameterStringFilter". Unconfirmed: the options when none is given.
 */
export function filterOf(call: Call, filters: readonly ParameterFilter[] = [], keys: readonly string[]): (parameter: ParameterVersion) => boolean {
  const tests = filters.map((filter) => testOf(call, filter, keys));
  return (parameter) => tests.every((test) => test(parameter));
}

function testOf(call: Call, { Key, Option, Values }: ParameterFilter, keys: readonly string[]): (parameter: ParameterVersion) => boolean {
  const isTag = Key.startsWith("tag:");
  if (!keys.includes(isTag ? "tag" : Key)) throw new AwsError("InvalidFilterKey", `The specified key isn't valid: ${Key}.`);
  const options = Key === "Path" ? PLACE : Key === "Name" ? CONTAINS : EQUALITY;
  const test = options[Option ?? Object.keys(options)[0] ?? ""];
  if (test === undefined) throw new AwsError("InvalidFilterOption", `The specified filter option isn't valid. Valid options are: ${Object.keys(options).join(", ")}.`);
  if (Values === undefined && !isTag) throw new AwsError("InvalidFilterValue", "The filter value isn't valid. Verify the value and try again.");
  return (parameter) => {
    const value = isTag ? parameterTags(call, parameter.name).find((tag) => tag.Key === Key.slice("tag:".length))?.Value : valueOf(parameter, Key);
    return value !== undefined && (Values?.some((wanted) => test(value, wanted)) ?? true);
  };
}

/** No parameter has a label: they cannot be given here. */
function valueOf({ name, type }: ParameterVersion, key: string): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = { Name: name, Path: name, Type: type, KeyId: type === "SecureString" ? "alias/aws/ssm" : undefined, Tier: "Standard", DataType: "text" };
  return values[key];
}
