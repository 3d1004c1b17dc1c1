import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { selected } from "./name.ts";
import { removeParameter } from "./parameters.ts";
import { forgetTags } from "./tags.ts";

/** Removes a parameter with its versions and tags; false when there is none. */
function remove(call: Call, given: string): boolean {
  const { name } = selected(given, call);
  forgetTags(call, name);
  return removeParameter(call, name);
}

/** Source: Systems Manager API Reference, "DeleteParameter". */
const deleteParameter: Operation<{ readonly Name: string }, object> = {
  name: "DeleteParameter",
  input: { Name: { required: true, min: 1, max: 2048 } },
  run(call, input) {
    if (!remove(call, input.Name)) throw new AwsError("ParameterNotFound", `Parameter ${selected(input.Name, call).name} not found.`);
    return {};
  },
};

interface DeleteParametersOutput {
  readonly DeletedParameters: readonly string[];
  readonly InvalidParameters: readonly string[];
}

/** Source: Systems Manager API Reference, "DeleteParameters". */
const deleteParameters: Operation<{ readonly Names: readonly string[] }, DeleteParametersOutput> = {
  name: "DeleteParameters",
  input: { Names: { required: true, min: 1, max: 10 }, "Names[]": { min: 1, max: 2048 } },
  run(call, input) {
    const deleted = new Set(input.Names.filter((name) => remove(call, name)));
    return { DeletedParameters: [...deleted], InvalidParameters: input.Names.filter((name) => !deleted.has(name)) };
  },
};

export const deleteOperations = [deleteParameter, deleteParameters];
