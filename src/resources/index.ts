export { observe, type ObserveOptions } from "./observe.ts";
export type { Excludable } from "./reader.ts";
export { COMPARERS, RESOURCES, resourceOf } from "./registry.ts";
