import type { PolicyTypeFacts } from "../../../limits/index.ts";
import { POLICY_TYPES } from "../../../limits/index.ts";
import { notEmulated } from "./errors.ts";

/** The facts of a policy type, or the refusal of one that AWS has and the emulator lacks. */
export function emulatedType(type: string): PolicyTypeFacts {
  const facts = POLICY_TYPES.find((candidate) => candidate.type === type);
  if (facts === undefined) throw notEmulated(`policies of type ${type}`);
  return facts;
}
