import type { AwsError } from "../aws-error.ts";
import type { HttpRequest, HttpResponse } from "../http-message.ts";
import type { Endpoint } from "./endpoints.ts";
import type { ServiceModel } from "./model.ts";
import type { OperationShape } from "./shape.ts";

/** How one of AWS's protocols puts calls and answers into HTTP. Timestamps are milliseconds since the epoch on our side. */
export interface Protocol {
  readonly name: "awsJson1_1" | "awsQuery" | "restJson1";
  /** The code and status each of AWS's answers has in this protocol, where protocols differ. */
  readonly codes: Readonly<Record<CommonError, readonly [code: string, status: number]>>;
  /** The name of the operation that is asked for; undefined when the request names none of this API version. */
  operationName(request: HttpRequest, endpoint: Endpoint, model: ServiceModel): string | undefined;
  /** The input; throws `AwsError` when it is malformed. Members that the model does not know are left out. */
  read(request: HttpRequest, operation: OperationShape): Record<string, unknown>;
  write(endpoint: Endpoint, operation: OperationShape, output: object, requestId: string): HttpResponse;
  writeError(error: AwsError, requestId: string, endpoint?: Endpoint, model?: ServiceModel): HttpResponse;
}

/** Errors that every service answers, under names that depend on the protocol. */
export type CommonError =
  | "missingAuthentication"
  | "incompleteSignature"
  | "unknownKey"
  | "wrongSignature"
  | "expiredToken"
  | "unknownOperation"
  | "malformed"
  | "internal";
