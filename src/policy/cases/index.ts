export type { CaseExpectation, PolicyCase } from "./case.ts";
export { differencesFrom } from "./judge.ts";
export { readPolicyCase } from "./read.ts";
