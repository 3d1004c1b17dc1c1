export * from "./plan.ts";
export * from "./resource.ts";
