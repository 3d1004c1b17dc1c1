export * from "./iam.ts";
export * from "./organizations.ts";
export * from "./person-steps.ts";
export * from "./policy-types.ts";
export * from "./regions.ts";
export * from "./throttles.ts";
export * from "./trusted-services.ts";
export type { Clock } from "./clock.ts";
export { TokenBucket } from "./token-bucket.ts";
