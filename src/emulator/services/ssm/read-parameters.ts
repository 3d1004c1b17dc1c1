import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { selected, type Selected } from "./name.ts";
import { findParameter, type ParameterVersion } from "./parameters.ts";
import { type Parameter, shown } from "./shown.ts";

/** Source: Systems Manager API Reference, "GetParameter". */
export const getParameter: Operation<{ readonly Name: string; readonly WithDecryption?: boolean }, { readonly Parameter: Parameter }> = {
  name: "GetParameter",
  input: { Name: { required: true, min: 1, max: 2048 } },
  run(call, input) {
    const wanted = selected(input.Name, call);
    const found = find(call, wanted);
    if (found) return { Parameter: shown(call, found, { selector: wanted.selector, withDecryption: input.WithDecryption }) };
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
  run(call, input) {
    const found = input.Names.map((name) => {
      const wanted = selected(name, call);
      return { name, wanted, version: find(call, wanted) };
    });
    return {
      Parameters: found.flatMap(({ wanted, version }) => (version ? [shown(call, version, { selector: wanted.selector, withDecryption: input.WithDecryption })] : [])),
      InvalidParameters: found.filter(({ version }) => !version).map(({ name }) => name),
    };
  },
};

/** A selector is a version; labels cannot be made here, so none is ever found. */
function find(call: Call, { name, selector }: Selected): ParameterVersion | undefined {
  if (selector === undefined) return findParameter(call, name);
  return /^:\d+$/.test(selector) ? findParameter(call, name, Number(selector.slice(1))) : undefined;
}

const notFound = (name: string): AwsError => new AwsError("ParameterNotFound", `Parameter ${name} not found.`);
