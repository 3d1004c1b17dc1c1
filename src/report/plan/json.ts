import type { Plan } from "../../plan/index.ts";
import { enveloped } from "../json.ts";

/**
 * A plan as `landfall.plan/1`, with the version of the tool that made it. Changes keep the order in which they may run;
 * keys are sorted.
 */
export const planJson = (plan: Plan, tool: string): string => enveloped({ format: plan.format, tool }, plan);
