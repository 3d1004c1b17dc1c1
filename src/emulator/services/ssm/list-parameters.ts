import { AwsError } from "../../aws-error.ts";
import type { Operation } from "../../operation.ts";
import { filterOf, FILTERS, isBelow, type ParameterFilter } from "./filters.ts";
import { arnOf, refuseMalformed, validation } from "./name.ts";
import { type PageInput, pageByName } from "./page.ts";
import { latestParameters, type ParameterVersion } from "./parameters.ts";
import { type Parameter, shown } from "./shown.ts";

interface Listing extends PageInput {
  readonly ParameterFilters?: readonly ParameterFilter[];
}

interface ByPathInput extends Listing {
  readonly Path: string;
  readonly Recursive?: boolean;
  readonly WithDecryption?: boolean;
}

/** Pages of the largest size when none is asked for. Unconfirmed, as is the order, which is that of the names. */
const PATH_PAGE = 10;
const DESCRIBE_PAGE = 50;

const nameOf = ({ name }: ParameterVersion): string => name;

/** Source: Systems Manager API Reference, "GetParametersByPath". AWS's own parameters under /aws/ are not there, and refused by name. */
const getParametersByPath: Operation<ByPathInput, { readonly Parameters: readonly Parameter[]; readonly NextToken?: string }> = {
  name: "GetParametersByPath",
  input: { Path: { required: true, min: 1, max: 2048 }, MaxResults: { min: 1, max: PATH_PAGE }, ...FILTERS },
  run(call, input) {
    const path = checkedPath(input.Path.trim());
    const isWanted = filterOf(call, input.ParameterFilters, ["Type", "KeyId", "Label"]);
    const found = latestParameters(call).filter((parameter) => isBelow(parameter.name, path, input.Recursive === true) && isWanted(parameter));
    const { items, NextToken } = pageByName("GetParametersByPath", found, nameOf, input, PATH_PAGE);
    return { Parameters: items.map((parameter) => shown(call, parameter, { withDecryption: input.WithDecryption })), NextToken };
  },
};

function checkedPath(path: string): string {
  if (!path.startsWith("/")) throw validation('The parameter path must begin with a forward slash "/".');
  if (/^\/aws(\/|$)/i.test(path)) throw new AwsError("NotImplemented", "landfall's emulator does not implement the public parameters under /aws/");
  if (path.length > 1) refuseMalformed(path.endsWith("/") ? path.slice(0, -1) : path);
  return path;
}

interface DescribeInput extends Listing {
  readonly Filters?: readonly unknown[];
  readonly Shared?: boolean;
}

/** Source: Systems Manager API Reference, "DescribeParameters". */
const describeParameters: Operation<DescribeInput, { readonly Parameters: readonly object[]; readonly NextToken?: string }> = {
  name: "DescribeParameters",
  input: { MaxResults: { min: 1, max: DESCRIBE_PAGE }, ...FILTERS },
  run(call, input) {
    if (input.Filters?.length) throw new AwsError("NotImplemented", "landfall's emulator does not implement Filters of ssm:DescribeParameters; AWS says to use ParameterFilters instead");
    const isWanted = filterOf(call, input.ParameterFilters, ["tag", "Name", "Type", "KeyId", "Path", "Tier", "DataType"]);
    // Nothing is shared from other accounts.
    const found = input.Shared === true ? [] : latestParameters(call).filter(isWanted);
    const { items, NextToken } = pageByName("DescribeParameters", found, nameOf, input, DESCRIBE_PAGE);
    return { Parameters: items.map((parameter) => ({ ARN: arnOf(parameter.name, call), ...metadata(parameter) })), NextToken };
  },
};

/** What is said about a version besides its value. */
export const metadata = ({ name, type, version, modifiedAt, modifiedBy, description }: ParameterVersion): object => ({
  Name: name,
  Type: type,
  KeyId: type === "SecureString" ? "alias/aws/ssm" : undefined,
  LastModifiedDate: modifiedAt,
  LastModifiedUser: modifiedBy,
  Description: description,
  Version: version,
  Tier: "Standard",
  Policies: [],
  DataType: "text",
});

export const listOperations = [getParametersByPath, describeParameters];
