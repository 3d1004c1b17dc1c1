import type { Service } from "../../operation.ts";
import { deleteOperations } from "./delete-parameters.ts";
import { getParameterHistory } from "./history.ts";
import { listOperations } from "./list-parameters.ts";
import { putParameter } from "./put-parameter.ts";
import { getParameter, getParameters } from "./read-parameters.ts";
import { tagOperations } from "./tags.ts";

/** AWS Systems Manager, API version 2014-11-06: parameters, per account and Region. */
export const ssm: Service = { id: "ssm", operations: [putParameter, getParameter, getParameters, ...deleteOperations, ...listOperations, getParameterHistory, ...tagOperations] };
