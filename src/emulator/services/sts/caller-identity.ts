import type { Operation } from "../../operation.ts";
import { arnIn, partitionNamed } from "../../partitions.ts";

/** Needs no permission, and no policy can deny it. Source: STS API Reference, "GetCallerIdentity". */
export const getCallerIdentity: Operation<object, object> = {
  name: "GetCallerIdentity",
  input: {},
  errors: [],
  run: ({ principal, region }) => ({ UserId: principal.userId, Account: principal.accountId, Arn: arnIn(partitionNamed(region), principal.arn) }),
};
