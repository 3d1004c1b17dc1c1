import type { Guardrail } from "./guardrail.ts";
import { denyLeaveOrganization } from "./library/deny-leave-organization.ts";
import { regionAllowList } from "./library/region-allow-list.ts";

/** Every guardrail, in the order of the page. */
export const GUARDRAILS: readonly Guardrail[] = [
  denyLeaveOrganization,
  regionAllowList,
];

const byName = new Map(GUARDRAILS.map((guardrail) => [guardrail.name, guardrail]));

export const guardrailNamed = (name: string): Guardrail | undefined => byName.get(name);
