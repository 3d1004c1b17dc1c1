import type { Call, Operation } from "../../operation.ts";
import { userNameOf } from "../../principal.ts";
import { validationError } from "./errors.ts";

/** Names the types of an operation's input; every operation is about the caller's own account. */
export const operation = <Input>(spec: Operation<Input, object>): Operation<Input, object> => spec;

export const accountOf = (call: Call): string => call.principal.accountId;

export const isRoot = (call: Call): boolean => call.principal.arn.endsWith(":root");

/** The name of the calling user, for operations that mean him when no name is given. */
export function callingUser(call: Call): string {
  const name = userNameOf(call.principal.arn);
  if (name === undefined) throw validationError("Must specify userName when calling with non-User credentials");
  return name;
}
