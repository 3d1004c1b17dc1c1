import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { FILTER_ERRORS, type Filter, FILTERS, filterTest, isBelow } from "./filters.ts";
import { arnOf, selected, validation } from "./name.ts";
import { page, type PageInput } from "./page.ts";
import { findParameter, parameterNames, type ParameterVersion, versionsOf } from "./parameters.ts";
import { notFound, type Parameter, shown } from "./read-parameters.ts";

interface ByPathInput extends PageInput {
  readonly Path: string;
  readonly Recursive?: boolean;
  readonly ParameterFilters?: readonly Filter[];
  readonly WithDecryption?: boolean;
}

/** Source: Systems Manager API Reference, "GetParametersByPath". Unconfirmed: the order, and a page's size when none is asked for. */
const getParametersByPath: Operation<ByPathInput, { readonly Parameters: readonly Parameter[]; readonly NextToken?: string }> = {
  name: "GetParametersByPath",
  input: { Path: { required: true, min: 1, max: 2048 }, ...FILTERS, MaxResults: { min: 1, max: 10 } },
  errors: [...FILTER_ERRORS, "InvalidNextToken", "ValidationException"],
  run(call, input) {
    if (!input.Path.startsWith("/")) throw validation("The parameter path must begin with a slash.");
    const isBelowPath = (name: string): boolean => isBelow(name, input.Path, input.Recursive ?? false);
    const { items, ...rest } = page("GetParametersByPath", namesOf(call, input.ParameterFilters, ["Type", "KeyId", "Label"], isBelowPath), input, input.MaxResults ?? 10);
    return { Parameters: latest(call, items).map((parameter) => shown(call, parameter, {}, input.WithDecryption)), ...rest };
  },
};

interface DescribeInput extends PageInput {
  readonly Filters?: readonly { readonly Key: string; readonly Values: readonly string[] }[];
  readonly ParameterFilters?: readonly Filter[];
  readonly Shared?: boolean;
}

/** Source: Systems Manager API Reference, "DescribeParameters". */
const describeParameters: Operation<DescribeInput, object> = {
  name: "DescribeParameters",
  input: {
    ...FILTERS,
    "Filters[].Key": { required: true, values: ["Name", "Type", "KeyId"] },
    "Filters[].Values": { required: true, min: 1, max: 50 },
    "Filters[].Values[]": { min: 1, max: 1024 },
    MaxResults: { min: 1, max: 50 },
  },
  errors: [...FILTER_ERRORS, "InvalidNextToken", "NotImplemented", "ValidationException"],
  run(call, input) {
    if (input.Shared) throw new AwsError("NotImplemented", "landfall's emulator does not implement parameters shared from other accounts");
    if (input.Filters?.length && input.ParameterFilters?.length) throw validation("You can use either Filters or ParameterFilters in a single request.");
    const filters = input.ParameterFilters ?? input.Filters?.map((filter) => (filter.Key === "Name" ? { ...filter, Option: "BeginsWith" } : filter));
    const names = namesOf(call, filters, ["DataType", "KeyId", "Name", "Path", "Tier", "Type", "tag:"]);
    const { items, ...rest } = page("DescribeParameters", names, input, input.MaxResults ?? 50);
    return { Parameters: latest(call, items).map((parameter) => ({ ...described(parameter), ARN: arnOf(parameter.name, call) })), ...rest };
  },
};

interface HistoryInput extends PageInput {
  readonly Name: string;
  readonly WithDecryption?: boolean;
}

/** Source: Systems Manager API Reference, "GetParameterHistory". */
const getParameterHistory: Operation<HistoryInput, object> = {
  name: "GetParameterHistory",
  input: { Name: { required: true, min: 1, max: 2048 }, MaxResults: { min: 1, max: 50 } },
  errors: ["InvalidNextToken", "NotImplemented", "ParameterNotFound", "ValidationException"],
  run(call, input) {
    const { name } = selected(input.Name, call);
    const versions = new Map(versionsOf(call, name).map((version) => [placeOf(version), version]));
    if (versions.size === 0) throw notFound(name);
    const { items, ...rest } = page(`GetParameterHistory ${name}`, [...versions.keys()], input, input.MaxResults ?? 50);
    const shownVersion = (version: ParameterVersion) => ({ ...described(version), Value: shown(call, version, {}, input.WithDecryption).Value, Labels: version.labels ?? [] });
    return { Parameters: items.flatMap((place) => versions.get(place) ?? []).map(shownVersion), ...rest };
  },
};

/** So many digits that versions sort as their numbers do. */
const placeOf = ({ version }: ParameterVersion): string => String(version).padStart(12, "0");

/** The names that pass the filters, sorted. */
function namesOf(call: Call, filters: readonly Filter[] = [], keys: readonly string[] = [], isWanted = (_name: string): boolean => true): readonly string[] {
  const passes = filterTest(call, filters, keys);
  return latest(call, parameterNames(call).filter(isWanted)).filter(passes).map(({ name }) => name);
}

const latest = (call: Call, names: readonly string[]): readonly ParameterVersion[] => names.flatMap((name) => findParameter(call, name) ?? []);

const described = ({ name, type, version, modifiedAt, modifiedBy, description, allowedPattern }: ParameterVersion) => ({
  Name: name,
  Type: type,
  ...(type === "SecureString" && { KeyId: "alias/aws/ssm" }),
  LastModifiedDate: modifiedAt,
  LastModifiedUser: modifiedBy,
  Description: description,
  AllowedPattern: allowedPattern,
  Version: version,
  Tier: "Standard",
  Policies: [],
  DataType: "text",
});

export const listOperations = [getParametersByPath, describeParameters, getParameterHistory];
