import { POLICY_TYPES, type PolicyTypeFacts } from "../../../limits/index.ts";
import { notEmulated } from "./errors.ts";

/** A policy type as the emulator needs it. */
export interface EmulatedPolicyType extends PolicyTypeFacts {
  /** Policies that stay attached to every target while the type is enabled. */
  readonly minPerTarget: number;
}

const EMULATED: ReadonlyMap<string, EmulatedPolicyType> = new Map(
  POLICY_TYPES.map((facts) => [facts.type, { ...facts, minPerTarget: facts.awsManaged === undefined ? 0 : 1 }]),
);

/** The facts of a policy type, or the refusal of one that AWS has and the emulator lacks. */
export function emulatedType(type: string): EmulatedPolicyType {
  const facts = EMULATED.get(type);
  if (facts === undefined) throw notEmulated(`policies of type ${type}`);
  return facts;
}
