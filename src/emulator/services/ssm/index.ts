import type { Service } from "../../operation.ts";
import { putParameter } from "./put-parameter.ts";
import { deleteParameter, getParameter, getParameters } from "./read-parameters.ts";

/** AWS Systems Manager, API version 2014-11-06: parameters, per account and Region. */
export const ssm: Service = { id: "ssm", operations: [putParameter, getParameter, getParameters, deleteParameter] };
