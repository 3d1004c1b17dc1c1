export { type Rehearsal, rehearse, type RehearsalInput } from "./rehearse.ts";
export { type Trial, trialOf } from "./trial.ts";
