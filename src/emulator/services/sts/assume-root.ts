import { deniedError } from "../../authorize.ts";
import { isOpen } from "../../credentials.ts";
import { mayCall } from "../../decision.ts";
import type { Call, Operation } from "../../operation.ts";
import type { Session } from "../../principal.ts";
import { managedPolicyArn, rootArn } from "../iam/arns.ts";
import { administersRootAccess, enabledFeatures, type OrganizationFeature } from "../iam/organization-features.ts";
import { accountsTable, organizationsTable } from "../organizations/index.ts";
import { ARN, required } from "./constraints.ts";
import { describeCredentials, grant } from "./credentials.ts";
import { accessDenied, validationError } from "./errors.ts";

/**
 * The tasks, by their policies, and the feature that an organization needs for each.
 * Source: STS API Reference, "AssumeRoot"; IAM API Reference, the operations that disable the two features.
 */
const TASKS: ReadonlyMap<string, OrganizationFeature> = new Map(
  (
    [
      ["IAMAuditRootUserCredentials", "RootCredentialsManagement"],
      ["IAMCreateRootUserPassword", "RootCredentialsManagement"],
      ["IAMDeleteRootUserCredentials", "RootCredentialsManagement"],
      ["S3UnlockBucketPolicy", "RootSessions"],
      ["SQSUnlockQueuePolicy", "RootSessions"],
    ] as const
  ).map(([name, feature]) => [managedPolicyArn("/root-task/", name), feature]),
);

const LONGEST = 900;

interface AssumeRootInput {
  readonly TargetPrincipal: string;
  readonly TaskPolicyArn: { readonly arn?: string };
  readonly DurationSeconds?: number;
}

/**
 * A session of a member account's root user for one task: from the management account or the delegated administrator of
 * IAM, once the organization has the feature. AWS takes it at Regional endpoints only; here any is one.
 * Unconfirmed: how AWS words these refusals, and which feature each task needs.
 */
export const assumeRoot: Operation<AssumeRootInput, object> = {
  name: "AssumeRoot",
  input: { TargetPrincipal: required({ min: 12, max: 2_048 }), TaskPolicyArn: required(), "TaskPolicyArn.arn": ARN, DurationSeconds: { min: 0, max: LONGEST } },
  errors: ["AccessDenied", "ValidationError"],
  run(call, input) {
    const accountId = targetAccount(input.TargetPrincipal);
    const arn = rootArn(accountId);
    const task = input.TaskPolicyArn.arn ?? "";
    if (!TASKS.has(task)) throw validationError(`${task} is not a policy that AssumeRoot takes.`);
    admit(call, accountId, arn, task);
    const sourceIdentity = call.principal.session?.sourceIdentity;
    const session: Session = { kind: "root", issuerArn: arn, issuerId: accountId, issuedAt: call.now, policyArns: [task], sourceIdentity };
    const key = grant(call, { accountId, arn, userId: accountId, session }, input.DurationSeconds || LONGEST);
    return { Credentials: describeCredentials(key), SourceIdentity: sourceIdentity };
  },
};

function targetAccount(target: string): string {
  const accountId = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(target)?.[1];
  if (accountId === undefined) throw validationError(`${target} is invalid`);
  return accountId;
}

function admit(call: Call, accountId: string, arn: string, task: string): void {
  const { principal, world } = call;
  const refusal = accessDenied(`User: ${principal.arn} is not authorized to perform: sts:AssumeRoot on resource: ${arn}`);
  if (principal.arn.endsWith(":root")) throw refusal;
  const member = accountsTable(world).get(accountId);
  const organization = member && organizationsTable(world).get(member.organizationId);
  if (organization === undefined || accountId === organization.managementAccountId || !isOpen(world, accountId)) throw refusal;
  if (accountsTable(world).get(principal.accountId)?.organizationId !== organization.id) throw refusal;
  if (!administersRootAccess(world, organization, principal.accountId)) throw refusal;
  if (!enabledFeatures(world, organization).some((feature) => feature === TASKS.get(task))) throw refusal;
  const denial = mayCall(call, { action: "sts:AssumeRoot", resource: arn, keys: { "sts:TaskPolicyArn": task } });
  if (denial !== undefined) throw deniedError(principal, "sts:AssumeRoot", arn, denial);
}
