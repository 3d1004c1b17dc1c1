export * from "./expand.ts";
export * from "./items.ts";
