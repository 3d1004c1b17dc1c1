export * from "./confirm.ts";
export { type Comparer, makePlan, type PlanInput } from "./make.ts";
export * from "./plan.ts";
export * from "./resource.ts";
export * from "./saved.ts";
export * from "./undo.ts";
