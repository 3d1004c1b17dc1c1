export { decideByReference, explainByReference } from "./explain.ts";
