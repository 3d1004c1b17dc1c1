export { type Rehearsal, rehearse, type RehearsalInput } from "./rehearse.ts";
