import { ALWAYS_ALLOWED_ACTIONS } from "../data/always-allowed.ts";
import { CROSS_ACCOUNT_ACTIONS } from "../data/cross-account-actions.ts";
import { MANDATORY_RESOURCE_POLICIES, type MandatoryResourcePolicy } from "../data/mandatory-resource-policies.ts";
import { RCP_EXEMPT_ACTIONS } from "../data/rcp-exempt-actions.ts";
import { RCP_SERVICES } from "../data/rcp-services.ts";
import { SCP_EXEMPT_TASKS, type ScpExemptTask } from "../data/scp-exempt-tasks.ts";

/** What AWS says of an action, whatever the policies. */
export interface ActionFacts {
  /** In lower case, as are its service and its name. */
  readonly service: string;
  readonly name: string;
  readonly alwaysAllowed: boolean;
  readonly scpTask: ScpExemptTask | undefined;
  readonly rcpsReach: "yes" | "service" | "action";
  readonly mandatory: MandatoryResourcePolicy | undefined;
  /** Reaches into another account without a resource policy there. */
  readonly crossAccount: boolean;
}

/** @param action in any case */
export function factsOf(action: string): ActionFacts {
  const lower = action.toLowerCase();
  const colon = lower.indexOf(":");
  const service = colon < 0 ? lower : lower.slice(0, colon);
  const name = colon < 0 ? "" : lower.slice(colon + 1);
  return {
    service,
    name,
    alwaysAllowed: ALWAYS_ALLOWED_ACTIONS.has(lower),
    scpTask: SCP_EXEMPT_TASKS.find((task) => task.service === service),
    rcpsReach: !RCP_SERVICES.has(service) ? "service" : RCP_EXEMPT_ACTIONS.has(lower) ? "action" : "yes",
    mandatory: MANDATORY_RESOURCE_POLICIES.find((entry) => entry.service === service && entry.actions?.has(name) !== false),
    crossAccount: CROSS_ACCOUNT_ACTIONS.has(lower),
  };
}
