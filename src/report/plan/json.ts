import type { Plan } from "../../plan/index.ts";
import { enveloped } from "../json.ts";
import { unknownOf } from "./unknown.ts";

/**
 * A plan as `landfall.plan/1`, with the version of the tool that made it. Changes keep the order in which they may run;
 * keys are sorted. `unknown` names what only AWS can say, once it has made the thing.
 */
export const planJson = (plan: Plan, tool: string): string =>
  enveloped({ format: plan.format, tool }, { ...plan, changes: plan.changes.map((change) => (unknownOf(change).length === 0 ? change : { ...change, unknown: unknownOf(change) })) });
