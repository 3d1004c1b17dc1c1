export { isRemoval } from "./change.ts";
export * from "./confirm.ts";
export { isOf, type LastRun, leftBy, type RunEnd } from "./last-run.ts";
export { type Comparer, makePlan, type PlanInput } from "./make.ts";
export * from "./plan.ts";
export * from "./resource.ts";
export * from "./saved.ts";
export { fingerprintOf } from "./text-of.ts";
export * from "./undo.ts";
