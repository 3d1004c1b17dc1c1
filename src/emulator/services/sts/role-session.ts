import type { NamedPolicy } from "../../../policy/index.ts";
import { isOpen } from "../../credentials.ts";
import { documentOf } from "../../documents.ts";
import type { World } from "../../world.ts";
import { arnOf, parseIamArn } from "../iam/arns.ts";
import type { RoleRecord } from "../iam/state.ts";
import { roleNamed } from "../iam/stored.ts";
import { readTrust } from "../iam/trust.ts";
import { validationError } from "./errors.ts";

export interface TargetRole {
  readonly accountId: string;
  readonly role: RoleRecord;
}

/** The role an ARN means; undefined when there is none, or when its account is closed. Throws for what is no ARN of a role. */
export function targetRole(world: World, arn: string): TargetRole | undefined {
  const parts = parseIamArn(arn);
  if (parts?.kind !== "role" || parts.accountId === "aws") throw validationError(`${arn} is invalid`);
  const role = roleNamed(world, parts.accountId, parts.name);
  if (role === undefined || arnOf(parts.accountId, "role", role) !== arn || !isOpen(world, parts.accountId)) return undefined;
  return { accountId: parts.accountId, role };
}

/** The trust policy as the policy of the role: those who are gone are named by ids that nobody has. */
export const trustOf = (world: World, { role }: TargetRole): NamedPolicy => ({ name: "role trust policy", document: documentOf(readTrust(world, role.trust)) });

/** The trust policy of the role with this ARN; undefined when the ARN is no role's that is there. */
export function roleTrust(world: World, arn: string): NamedPolicy | undefined {
  const parts = parseIamArn(arn);
  const found = parts?.kind === "role" && parts.accountId !== "aws" ? targetRole(world, arn) : undefined;
  return found && trustOf(world, found);
}

/**
 * How long a session lasts, in seconds.
 * Source: STS API Reference, "AssumeRole": up to the role's maximum, and an hour when roles are chained.
 */
export function sessionDuration(asked: number | undefined, role: RoleRecord, isChained: boolean): number {
  const seconds = asked ?? 3_600;
  if (seconds > role.maxSessionDuration) throw validationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  if (isChained && seconds > 3_600) throw validationError("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
  return seconds;
}
