import { type Partition, partitionOfRegion } from "../ids/index.ts";

/** The organization that roles are for. */
export interface RolePlace {
  readonly partition: Partition;
  readonly managementAccountId: string;
  /** Absent before the organization exists: the roles then reach whatever organization the account will own. */
  readonly organizationId?: string;
  /** Where the lock is kept. */
  readonly homeRegion: string;
}

export const placeOf = (place: Omit<RolePlace, "partition">): RolePlace => ({ ...place, partition: partitionOfRegion(place.homeRegion)?.partition ?? "aws" });

/** The roles that landfall works with: the first two in the management account, the last in member accounts. */
export type RoleKind = "plan" | "apply" | "member";
export const ROLE_KINDS: readonly RoleKind[] = ["plan", "apply", "member"];

/** What each role is called in IAM. */
export const ROLE_NAMES: Readonly<Record<RoleKind, string>> = { plan: "landfall-plan", apply: "landfall-apply", member: "landfall-member" };

/** The ARN of one of the roles in the management account. */
export const roleArn = ({ partition, managementAccountId }: RolePlace, kind: RoleKind): string =>
  `arn:${partition}:iam::${managementAccountId}:role/${ROLE_NAMES[kind]}`;
