/**
 * Guardrails: named policies with parameters, the exceptions that keep work alive, and proof cases.
 * Values in, values out.
 */
export type * from "./guardrail.ts";
export { exemptArns, FOUNDATION_ROLES, unlessExempt } from "./exempt.ts";
export { permissionSetRoles } from "./library/permission-set-roles.ts";
export { needsParameters, type ParameterProblem, settingsOf } from "./parameters.ts";
export { contentOf, sidOf, statementsNamed } from "./content.ts";
export { guardrailNamed, GUARDRAILS } from "./registry.ts";
export { nameOfStatement, namesInPack, type Pack, type PackPart, statementsInPack, statementsOf } from "./pack.ts";
export { type PackBefore, packed, type PackingOptions } from "./packing.ts";
export { attemptIn, attemptsAgainst, letThroughBy, type Scene } from "./attempts.ts";
export { packsOf, slotsFor } from "./packs.ts";
export { givenFor, guardrailMeant, placeOf, type UsedGuardrail, usedGuardrails } from "./uses.ts";
export { parameterAt, type StatementPlace } from "./parameter-places.ts";
