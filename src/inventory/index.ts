export * from "./control-tower.ts";
export * from "./expand.ts";
export * from "./items.ts";
export { withPacksOf } from "./packs.ts";
export * from "./statements.ts";
