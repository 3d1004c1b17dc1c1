import type { Service } from "../../operation.ts";
import { labelOperations } from "./labels.ts";
import { listOperations } from "./list-parameters.ts";
import { putParameter } from "./put-parameter.ts";
import { deleteParameter, deleteParameters, getParameter, getParameters } from "./read-parameters.ts";
import { tagOperations } from "./tags.ts";

export { parameterTags } from "./parameters.ts";
export { arnOf as parameterArn } from "./name.ts";
export { parameterNamed, secretNamed, secretsBelow } from "./secrets.ts";

/** AWS Systems Manager, API version 2014-11-06: parameters, per account and Region. */
export const ssm: Service = {
  id: "ssm",
  operations: [putParameter, getParameter, getParameters, deleteParameter, deleteParameters, ...listOperations, ...labelOperations, ...tagOperations],
};
