import { type Partition, partitionOfRegion } from "../../ids/index.ts";
import type { ConditionBlock } from "../../policy/index.ts";
import type { Answers } from "../blueprint.ts";

/** The partition the answers are for, as written into ARNs. */
export const partitionOf = (answers: Answers): Partition => partitionOfRegion(answers.homeRegion)?.partition ?? "aws";

/** Role names that keep the organization running. `protect-foundation` sees to it that nobody else can make or change one. */
const FOUNDATION_ROLES = [
  // landfall's own roles inside accounts, the security team's read-only role among them.
  "landfall-*",
  // What CloudFormation's service-managed StackSets act as.
  "stacksets-exec-*",
  // The management account's way into an account it created; AWS makes it with the account.
  "OrganizationAccountAccessRole",
];

export const foundationRoles = (answers: Answers): string[] =>
  FOUNDATION_ROLES.map((name) => `arn:${partitionOf(answers)}:iam::*:role/${name}`);

/**
 * The condition that exempts those roles, by exact name and never by tag: whoever may tag a role could exempt it.
 * Service-linked roles need no exemption, because service control policies do not bind them.
 * Source: Organizations User Guide, "Service control policies", "Tasks and entities not restricted by SCPs".
 */
export const unlessFoundation = (answers: Answers): ConditionBlock => ({
  ArnNotLike: { "aws:PrincipalArn": foundationRoles(answers) },
});
