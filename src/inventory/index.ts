export * from "./control-tower.ts";
export * from "./expand.ts";
export * from "./items.ts";
export * from "./statements.ts";
