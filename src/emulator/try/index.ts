export { askEmulator } from "./ask.ts";
export { answerTry, isTry } from "./door.ts";
export type { Assumption, Tried, TryQuestion } from "./question.ts";
export { tryAction } from "./try-action.ts";
