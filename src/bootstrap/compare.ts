import { equalPolicies, type PolicyDocument } from "../policy/index.ts";
import { isSafeTrust } from "./trust.ts";
import type { RoleSpec } from "./roles.ts";

/** A role as IAM has it. */
export interface FoundRole {
  readonly arn: string;
  /** Whether it carries landfall's tag. */
  readonly ours: boolean;
  readonly trust: PolicyDocument;
  readonly maxSessionSeconds: number;
  /** Inline policies by name, and the ARNs of those that are attached. */
  readonly inline: ReadonlyMap<string, PolicyDocument>;
  readonly attached: readonly string[];
}

/** One way in which a role differs from what it should be, as a sentence's end: `lacks organizations:ListRoots`. */
export interface RoleDrift {
  readonly about: "policy" | "trust" | "session" | "extra";
  readonly text: string;
}

/** How a role differs from what it should be; empty when it does not. */
export function driftOf(spec: RoleSpec, found: FoundRole, policyName: string): RoleDrift[] {
  const own = found.inline.get(policyName);
  const extra = [...[...found.inline.keys()].filter((name) => name !== policyName), ...found.attached];
  return [
    ...(own === undefined ? [{ about: "policy" as const, text: "has not its policy" }] : policyDrift(spec.policy, own)),
    ...(isTrustedRight(spec, found) ? [] : [{ about: "trust" as const, text: "is trusted to others than it should be" }]),
    ...(spec.maxSessionSeconds === found.maxSessionSeconds ? [] : [{ about: "session" as const, text: `has sessions of ${found.maxSessionSeconds} seconds instead of ${spec.maxSessionSeconds}` }]),
    ...extra.map((name) => ({ about: "extra" as const, text: `has a further policy ${name}` })),
  ];
}

const isTrustedRight = ({ trust, kind, place, keepsTrust }: RoleSpec, found: FoundRole): boolean =>
  equalPolicies(trust, found.trust) || (keepsTrust && isSafeTrust(kind, place, found.trust));

function policyDrift(wanted: PolicyDocument, found: PolicyDocument): RoleDrift[] {
  if (equalPolicies(wanted, found)) return [];
  const [should, has] = [actionsIn(wanted), actionsIn(found)];
  const lacks = [...should].filter((action) => !has.has(action));
  const more = [...has].filter((action) => !should.has(action));
  const named = [
    ...(lacks.length === 0 ? [] : [{ about: "policy" as const, text: `lacks ${lacks.join(", ")}` }]),
    ...(more.length === 0 ? [] : [{ about: "policy" as const, text: `may do more than it needs: ${more.join(", ")}` }]),
  ];
  return named.length > 0 ? named : [{ about: "policy", text: "has its actions on other resources or conditions than it should" }];
}

/** The actions that a policy allows, as it writes them. */
export const actionsIn = ({ Statement }: PolicyDocument): Set<string> =>
  new Set([Statement].flat().flatMap(({ Effect, Action = [], NotAction }) => (Effect === "Deny" ? [] : [...[Action].flat(), ...(NotAction === undefined ? [] : [`all but ${[NotAction].flat().join(", ")}`])])));
