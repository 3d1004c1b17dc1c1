import { FINGERPRINT_ACTIONS, IAM_PEOPLE_ACTIONS, IAM_ROLES_ACTIONS, RESOURCES } from "../resources/index.ts";
import type { RoleKind } from "./place.ts";

/** The lock, read by everyone and written by who applies; so is the fingerprint of the last run. */
const LOCK = { read: ["ssm:GetParameter"], write: ["ssm:PutParameter", "ssm:DeleteParameter"] } as const;
/** What Control Tower governs. */
const CONTROL_TOWER = ["controltower:ListLandingZones", "controltower:GetLandingZone", "controltower:ListEnabledBaselines"] as const;
/** The roles themselves, so that `doctor` can say how they differ. */
const OWN_ROLES = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"] as const;

/** Who may do what in an account, and who signs in to it. */
const IAM = [...IAM_ROLES_ACTIONS, ...IAM_PEOPLE_ACTIONS] as const;

const reads = (): string[] => [...RESOURCES.flatMap(({ actions }) => actions.observe), ...LOCK.read, ...FINGERPRINT_ACTIONS, ...CONTROL_TOWER, ...OWN_ROLES, ...IAM, "sts:AssumeRole"];
const writes = (): string[] => [...RESOURCES.flatMap(({ actions }) => [...actions.ensure, ...actions.remove]), ...LOCK.write];

/** The actions that landfall makes use of in one role, sorted: what the handlers declare, and what the lock and these roles take. */
export function actionsOf(kind: RoleKind): string[] {
  const needed = kind === "member" ? [...OWN_ROLES, ...IAM] : kind === "plan" ? reads() : [...reads(), ...writes()];
  return [...new Set<string>(needed)].sort();
}
