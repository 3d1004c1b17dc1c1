import type { OrganizationPolicyType, PolicyTypeFacts } from "../../../limits/index.ts";
import { ORGANIZATION_POLICY_TYPES, POLICY_TYPES } from "../../../limits/index.ts";
import { notEmulated } from "./errors.ts";

/** A policy type as the emulator needs it. */
export interface EmulatedPolicyType extends OrganizationPolicyType {
  /** The policy that AWS attaches to every target when the type is enabled; only policies that grant or deny have one. */
  readonly awsManaged?: PolicyTypeFacts["awsManaged"];
  /** Policies that stay attached to every target while the type is enabled. */
  readonly minPerTarget: number;
}

const EMULATED: ReadonlyMap<string, EmulatedPolicyType> = new Map(
  ORGANIZATION_POLICY_TYPES.map((facts) => {
    const awsManaged = POLICY_TYPES.find(({ type }) => type === facts.type)?.awsManaged;
    return [facts.type, { ...facts, minPerTarget: awsManaged === undefined ? 0 : 1, ...(awsManaged && { awsManaged }) }];
  }),
);

/** The facts of a policy type, or the refusal of one that AWS has and the emulator lacks. */
export function emulatedType(type: string): EmulatedPolicyType {
  const facts = EMULATED.get(type);
  if (facts === undefined) throw notEmulated(`policies of type ${type}`);
  return facts;
}
