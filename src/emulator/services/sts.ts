import type { Call, Operation, Service } from "../operation.ts";

interface CallerIdentity {
  readonly UserId: string;
  readonly Account: string;
  readonly Arn: string;
}

/** Needs no permission. Source: AWS STS API Reference, "GetCallerIdentity". */
const getCallerIdentity: Operation<object, CallerIdentity> = {
  name: "GetCallerIdentity",
  input: {},
  run: ({ principal }: Call) => ({ UserId: principal.userId, Account: principal.accountId, Arn: principal.arn }),
};

/** AWS Security Token Service, API version 2011-06-15. */
export const sts: Service = { id: "sts", operations: [getCallerIdentity] };
