import type { Partition } from "../../ids/index.ts";

/**
 * The roles that Identity Center makes for permission sets. Their path has the Region of Identity Center, except in
 * us-east-1; the name ends in 16 digits, which are asked for so that `Admin` does not mean `Admin_Extra` as well.
 * Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies".
 */
export const permissionSetRoles = (partition: Partition, names: readonly string[]): readonly string[] =>
  names.map((name) => `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${name}_${"?".repeat(16)}`);

/** The roles of all permission sets. Nobody inside an account can make a role in this path. */
export const everyPermissionSetRole = (partition: Partition): string => `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*`;
