export { ActionIndex, type ActionGroup, type ActionWords } from "./action-index.ts";
export { type Asker, askersIn } from "./askers.ts";
export { indexesAbout, indexFor, type IndexOf } from "./index-for.ts";
export { withinBudget } from "./budget.ts";
export { plainResource, resourcePatterns } from "./resources.ts";
export type { Dimension, Sample } from "./samples.ts";
export { eachRequest, firstRequest, type Point, type Space, sizeOf, spaceOf } from "./space.ts";
export { type ChainStatement, statementsOf } from "./statements.ts";
