import type { Proof } from "./model.ts";

/** What several parts of a proof found together. */
export const joined = (proofs: readonly Proof[]): Proof => ({
  counterexamples: proofs.flatMap(({ counterexamples }) => counterexamples),
  requests: proofs.reduce((sum, { requests }) => sum + requests, 0),
  heldFixed: [...new Set(proofs.flatMap(({ heldFixed }) => heldFixed))],
  askers: proofs.reduce((sum, { askers }) => sum + askers, 0),
});
