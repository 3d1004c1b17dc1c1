import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { arnOf, selected, type Selected } from "./name.ts";
import { findParameter, removeParameter, versionsOf, type ParameterVersion } from "./parameters.ts";

export interface Parameter {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
  readonly Version: number;
  readonly Selector?: string;
  readonly LastModifiedDate: number;
  readonly ARN: string;
  readonly DataType: string;
}

/** Source: Systems Manager API Reference, "GetParameter". */
export const getParameter: Operation<{ readonly Name: string; readonly WithDecryption?: boolean }, { readonly Parameter: Parameter }> = {
  name: "GetParameter",
  input: { Name: { required: true, min: 1, max: 2048 } },
  errors: ["NotImplemented", "ParameterNotFound", "ParameterVersionNotFound", "ValidationException"],
  run(call, input) {
    const wanted = selected(input.Name, call);
    const found = find(call, wanted);
    if (found) return { Parameter: shown(call, found, wanted, input.WithDecryption) };
    if (wanted.selector === undefined || !findParameter(call, wanted.name)) throw notFound(wanted.name);
    throw new AwsError("ParameterVersionNotFound", `Systems Manager could not find version ${wanted.selector.slice(1)} of ${wanted.name}. Verify the version and try again.`);
  },
};

interface GetParametersInput {
  readonly Names: readonly string[];
  readonly WithDecryption?: boolean;
}

interface GetParametersOutput {
  readonly Parameters: readonly Parameter[];
  readonly InvalidParameters: readonly string[];
}

/** Source: Systems Manager API Reference, "GetParameters". Unconfirmed: the order of the answer. */
export const getParameters: Operation<GetParametersInput, GetParametersOutput> = {
  name: "GetParameters",
  input: { Names: { required: true, min: 1, max: 10 }, "Names[]": { min: 1, max: 2048 } },
  errors: ["NotImplemented", "ValidationException"],
  run(call, input) {
    const found = input.Names.map((name) => {
      const wanted = selected(name, call);
      return { name, wanted, version: find(call, wanted) };
    });
    return {
      Parameters: found.flatMap(({ wanted, version }) => (version ? [shown(call, version, wanted, input.WithDecryption)] : [])),
      InvalidParameters: found.filter(({ version }) => !version).map(({ name }) => name),
    };
  },
};

/** Source: Systems Manager API Reference, "DeleteParameter". */
export const deleteParameter: Operation<{ readonly Name: string }, object> = {
  name: "DeleteParameter",
  input: { Name: { required: true, min: 1, max: 2048 } },
  errors: ["NotImplemented", "ParameterNotFound", "ValidationException"],
  run(call, input) {
    const { name } = selected(input.Name, call);
    if (!removeParameter(call, name)) throw notFound(name);
    return {};
  },
};

/** Source: Systems Manager API Reference, "DeleteParameters". */
export const deleteParameters: Operation<{ readonly Names: readonly string[] }, object> = {
  name: "DeleteParameters",
  input: { Names: { required: true, min: 1, max: 10 }, "Names[]": { min: 1, max: 2048 } },
  errors: ["NotImplemented", "ValidationException"],
  run(call, input) {
    const wanted = input.Names.map((given) => ({ given, isGone: removeParameter(call, selected(given, call).name) }));
    const those = (isGone: boolean) => wanted.filter((one) => one.isGone === isGone).map(({ given }) => given);
    return { DeletedParameters: those(true), InvalidParameters: those(false) };
  },
};

/** A selector is a version or one of its labels. */
function find(call: Call, { name, selector }: Selected): ParameterVersion | undefined {
  if (selector === undefined) return findParameter(call, name);
  if (/^:\d+$/.test(selector)) return findParameter(call, name, Number(selector.slice(1)));
  return versionsOf(call, name).find(({ labels }) => labels?.includes(selector.slice(1)));
}

/** A version as readers get it. */
export function shown(call: Call, parameter: ParameterVersion, wanted: Pick<Selected, "selector">, withDecryption = false): Parameter {
  const { name, type, value, sealed, version, modifiedAt } = parameter;
  return {
    Name: name,
    Type: type,
    Value: withDecryption ? value : (sealed ?? value),
    Version: version,
    Selector: wanted.selector,
    LastModifiedDate: modifiedAt,
    ARN: arnOf(name, call),
    DataType: "text",
  };
}

export const notFound = (name: string): AwsError => new AwsError("ParameterNotFound", `Parameter ${name} not found.`);
