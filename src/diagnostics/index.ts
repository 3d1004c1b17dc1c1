export * from "./code.ts";
export { CODES, type Code } from "./codes/index.ts";
export * from "./diagnostic.ts";
export * from "./error.ts";
export * from "./event.ts";
export * from "./exit.ts";
export * from "./figure.ts";
export * from "./place.ts";
export * from "./suggest.ts";
