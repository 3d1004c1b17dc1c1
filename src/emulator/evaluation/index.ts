export type { Asker, Chain, Denial, NamedPolicy, Question } from "./chain.ts";
export { denials } from "./denials.ts";
export { documentOf } from "./document.ts";
export type { ValuesOf } from "./variables.ts";
