export { accessDifference } from "./difference.ts";
export type * from "./model.ts";
