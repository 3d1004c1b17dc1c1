import { AwsError } from "../../../aws-error.ts";

/** The name of the error a call ends in, with its reason where it has one. */
export function awsError(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const reason = error.fields["Reason"];
    return reason === undefined ? error.code : `${error.code} ${reason}`;
  }
  throw new Error("the call succeeded");
}
