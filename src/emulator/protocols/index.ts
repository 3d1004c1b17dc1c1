export { awsJson1_1 } from "./aws-json.ts";
export { awsQuery, formOf } from "./aws-query.ts";
export { ENDPOINTS, loadModel, type Endpoint } from "./endpoints.ts";
export { restJson1 } from "./rest-json.ts";
export type { ServiceModel } from "./model.ts";
export type { CommonError, Protocol } from "./protocol.ts";
export type { OperationShape, StructureShape } from "./shape.ts";
