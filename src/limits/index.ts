export * from "./organizations.ts";
export * from "./policy-types.ts";
export * from "./regions.ts";
export * from "./throttles.ts";
