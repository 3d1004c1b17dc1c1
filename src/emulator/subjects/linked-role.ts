import type { Call } from "../operation.ts";
import { arnIn, partitionNamed } from "../partitions.ts";
import { arnOf } from "../services/iam/arns.ts";
import { linkedRole } from "../services/iam/linked-services.ts";
import { roleNamed } from "../services/iam/stored.ts";
import { globalRegion } from "./global-region.ts";
import type { FurtherSubject } from "./subject.ts";

/**
 * The role that a service makes in the caller's account and name; undefined when the account has it already.
 * Source: IAM User Guide, "Create a service-linked role".
 */
export function missingLinkedRole(call: Call, service: string): FurtherSubject | undefined {
  const { accountId } = call.principal;
  const role = linkedRole({ id: "", service, createdAt: call.now });
  if (role === undefined || roleNamed(call.world, accountId, role.name) !== undefined) return undefined;
  return { resources: [{ arn: arnIn(partitionNamed(call.region), arnOf(accountId, "role", role)) }], keys: { ...globalRegion(call), "iam:AWSServiceName": service }, via: service };
}
