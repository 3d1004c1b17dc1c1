export * from "./address.ts";
export * from "./arn.ts";
export * from "./aws-ids.ts";
export * from "./partition.ts";
