import type { Operation } from "../../operation.ts";

/** Needs no permission, and no policy can deny it. Source: STS API Reference, "GetCallerIdentity". */
export const getCallerIdentity: Operation<object, object> = {
  name: "GetCallerIdentity",
  input: {},
  run: ({ principal }) => ({ UserId: principal.userId, Account: principal.accountId, Arn: principal.arn }),
};
