import { AwsError } from "../../aws-error.ts";
import type { Call, Constraint } from "../../operation.ts";
import { parameterTags, type ParameterVersion } from "./parameters.ts";

export interface Filter {
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

export const FILTER_ERRORS = ["InvalidFilterKey", "InvalidFilterOption", "InvalidFilterValue"];

type Test = (text: string, wanted: string) => boolean;

/** Source: Systems Manager API Reference, "ParameterStringFilter". */
const OPTIONS: Readonly<Record<string, Test>> = {
  Equals: (text, wanted) => text === wanted,
  BeginsWith: (text, wanted) => text.startsWith(wanted),
  Contains: (text, wanted) => text.includes(wanted),
  Recursive: (text, path) => isBelow(text, path, true),
  OneLevel: (text, path) => isBelow(text, path, false),
};

/** What a filter looks at. The key of every SecureString is the one that AWS manages. */
const FIELDS: Readonly<Record<string, (parameter: ParameterVersion) => readonly string[]>> = {
  Name: ({ name }) => [name],
  Path: ({ name }) => [name],
  Type: ({ type }) => [type],
  KeyId: ({ type }) => (type === "SecureString" ? ["alias/aws/ssm"] : []),
  Label: ({ labels = [] }) => labels,
  Tier: () => ["Standard"],
  DataType: () => ["text"],
};

/** Whether a name lies in a hierarchy, at any depth or right below. Unconfirmed: that `/` holds the names without a slash too. */
export function isBelow(name: string, path: string, isRecursive: boolean): boolean {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const inside = prefix === "/" ? name.replace(/^\//, "") : name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  return inside !== undefined && (isRecursive || !inside.includes("/"));
}

/** The test that filters make together; `keys` are those that the operation takes. */
export function filterTest(call: Call, filters: readonly Filter[], keys: readonly string[]): (parameter: ParameterVersion) => boolean {
  const tests = filters.map((filter) => testOf(call, filter, keys));
  return (parameter) => tests.every((test) => test(parameter));
}

function testOf(call: Call, { Key, Option, Values = [] }: Filter, keys: readonly string[]): (parameter: ParameterVersion) => boolean {
  const isTag = Key.startsWith("tag:");
  if (!keys.includes(isTag ? "tag:" : Key)) throw new AwsError("InvalidFilterKey", `The following filter key is not valid: ${Key}. Valid filter keys include: [${keys.join(", ")}].`);
  const option = Option ?? (Key === "Path" ? "OneLevel" : "Equals");
  const test = OPTIONS[option];
  if (test === undefined || !optionsOf(Key).includes(option)) {
    throw new AwsError("InvalidFilterOption", `The following filter option is not valid: ${option}. Valid options include: [${optionsOf(Key).join(", ")}].`);
  }
  if (Key === "Path" && Values.some((path) => !path.startsWith("/"))) throw new AwsError("InvalidFilterValue", "The value of a Path filter begins with a slash.");
  const fits = (texts: readonly string[]): boolean => texts.some((text) => Values.length === 0 || Values.some((wanted) => test(text, wanted)));
  if (isTag) return ({ name }) => fits((parameterTags(call).get(name) ?? []).filter((tag) => tag.Key === Key.slice("tag:".length)).map((tag) => tag.Value));
  return (parameter) => fits(FIELDS[Key]?.(parameter) ?? []);
}

function optionsOf(key: string): readonly string[] {
  if (key === "Path") return ["Recursive", "OneLevel"];
  return key === "Name" ? ["Equals", "BeginsWith", "Contains"] : ["Equals", "BeginsWith"];
}
