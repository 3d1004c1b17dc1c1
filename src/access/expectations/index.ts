export { REACHES } from "./isolated.ts";
export { expectationFindings, questionOf, requestWords } from "./findings.ts";
export type { Counterexample, ExpectationResult, Mistake } from "./model.ts";
export { proveExpectations, type Proven } from "./prove.ts";
