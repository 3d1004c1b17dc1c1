import { ALWAYS_ALLOWED } from "../data/always-allowed.ts";
import { CROSS_ACCOUNT_ACTIONS } from "../data/cross-account-actions.ts";
import { MANDATORY_RESOURCE_POLICIES, type MandatoryResourcePolicy } from "../data/mandatory-resource-policies.ts";
import { OWN_BUCKET_POLICY_ACTIONS } from "../data/own-bucket-policy.ts";
import { RCP_EXEMPT_ACTIONS } from "../data/rcp-exempt-actions.ts";
import { RCP_SERVICES } from "../data/rcp-services.ts";
import { SCP_EXEMPT_TASKS, type ScpExemptTask } from "../data/scp-exempt-tasks.ts";
import { UNGRANTABLE, type Ungrantable } from "../data/ungrantable.ts";
import type { Principal } from "../request/request.ts";

/** What AWS says of an action, whatever the policies. */
export interface ActionFacts {
  /** In lower case, as are its service and its name. */
  readonly service: string;
  readonly name: string;
  /** Whom no policy can keep from it. */
  readonly alwaysAllowed: ReadonlySet<Principal["type"]> | undefined;
  readonly scpTask: ScpExemptTask | undefined;
  readonly rcpsReach: "yes" | "service" | "action";
  readonly mandatory: MandatoryResourcePolicy | undefined;
  /** Reaches into another account without a resource policy there. */
  readonly crossAccount: boolean;
  /** For whom no policy makes it possible; undefined when for nobody. */
  readonly ungrantable: readonly Ungrantable[] | undefined;
  /** The root user of the bucket's account keeps it, whatever the bucket's policy says. */
  readonly ownBucketPolicy: boolean;
}

/** @param action in any case */
export function factsOf(action: string): ActionFacts {
  const lower = action.toLowerCase();
  const colon = lower.indexOf(":");
  const service = colon < 0 ? lower : lower.slice(0, colon);
  const name = colon < 0 ? "" : lower.slice(colon + 1);
  const ungrantable = UNGRANTABLE.filter((entry) => entry.service === service && (entry.only?.has(name) ?? !entry.except?.has(name)));
  return {
    service,
    name,
    alwaysAllowed: ALWAYS_ALLOWED.get(lower),
    scpTask: SCP_EXEMPT_TASKS.find((task) => task.service === service),
    rcpsReach: !RCP_SERVICES.has(service) ? "service" : RCP_EXEMPT_ACTIONS.has(lower) ? "action" : "yes",
    mandatory: MANDATORY_RESOURCE_POLICIES.find((entry) => entry.service === service && entry.actions?.has(name) !== false),
    crossAccount: CROSS_ACCOUNT_ACTIONS.has(lower),
    ungrantable: ungrantable.length === 0 ? undefined : ungrantable,
    ownBucketPolicy: OWN_BUCKET_POLICY_ACTIONS.get(service)?.has(name) === true,
  };
}
