import { ADDRESS_TAG } from "../inventory/index.ts";
import type { Tags } from "../organization/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import { actionsOf } from "./needs.ts";
import { permissions } from "./permissions.ts";
import { ROLE_NAMES, type RoleKind, type RolePlace } from "./place.ts";
import { type Trusted, trustOf } from "./trust.ts";

/** One of landfall's roles as it should be. */
export interface RoleSpec {
  readonly kind: RoleKind;
  readonly name: string;
  readonly description: string;
  readonly trust: PolicyDocument;
  /** Where nobody said whom to trust, a role that exists keeps whom it trusts, if in a safe form. */
  readonly keepsTrust: boolean;
  readonly place: RolePlace;
  /** Its one policy, which is inline: it can belong to nobody else. */
  readonly policy: PolicyDocument;
  readonly maxSessionSeconds: number;
  readonly tags: Tags;
}

/** The name of the inline policy. */
export const POLICY_NAME = "landfall";

const TEXTS: Readonly<Record<RoleKind, Pick<RoleSpec, "description" | "maxSessionSeconds">>> = {
  plan: { description: "landfall reads the organization with it and changes nothing", maxSessionSeconds: 3_600 },
  // Hundreds of accounts take AWS hours to create.
  apply: { description: "landfall makes the organization match its file with it", maxSessionSeconds: 4 * 3_600 },
  member: { description: "landfall looks into a member account with it and changes nothing", maxSessionSeconds: 3_600 },
};

/** A role by its kind. @throws LandfallError LF7021 when a trusted principal has not the right form. */
export const roleSpec = (kind: RoleKind, place: RolePlace, trusted?: Trusted): RoleSpec => ({
  kind,
  place,
  keepsTrust: kind !== "member" && trusted === undefined,
  name: ROLE_NAMES[kind],
  ...TEXTS[kind],
  trust: trustOf(kind, place, trusted ?? { principals: [] }),
  policy: permissions(actionsOf(kind), place, kind),
  tags: { [ADDRESS_TAG]: `role:${kind}` },
});
