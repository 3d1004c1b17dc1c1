import { channel } from "node:diagnostics_channel";
import { AwsError } from "./aws-error.ts";
import type { Operation } from "./operation.ts";

/** Hears of errors that operations throw without declaring them. The coverage page would be wrong then, so the tests listen. */
const undeclared = channel("landfall:emulator:undeclared-error");

/** Tells of an error that an operation threw if it does not declare it. */
export function tellUndeclared({ name, errors }: Pick<Operation<never, object>, "name" | "errors">, error: unknown): void {
  if (!undeclared.hasSubscribers || !(error instanceof AwsError)) return;
  const reason = error.fields["Reason"];
  const thrown = reason === undefined ? error.code : `${error.code}.${reason}`;
  if (!errors.includes(thrown)) undeclared.publish(`${name} threw ${thrown}, which it does not declare`);
}
