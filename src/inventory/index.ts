export * from "./items.ts";
