import type { World } from "../../world.ts";
import { detachType } from "./attached.ts";
import { POLICY_TYPE, required, ROOT } from "./constraints.ts";
import { constraintViolation, policyChangesInProgress, policyTypeAlreadyEnabled, policyTypeNotAvailable, policyTypeNotEnabled, rootNotFound } from "./errors.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import { describeRoot } from "./organization.ts";
import type { PendingWork } from "./pending.ts";
import { jitter, schedule } from "./pending.ts";
import { emulatedType } from "./policy-kinds.ts";
import type { OrganizationRecord, PolicyTypeStatus } from "./state.ts";
import { organizationsTable, serviceAccessOf } from "./state.ts";

/** AWS gives no figure for this "asynchronous request"; a few seconds, in milliseconds. */
const CHANGE_TIME = { least: 2_000, most: 6_000 };

interface PolicyTypeInput {
  readonly RootId: string;
  readonly PolicyType: string;
}

const INPUT = { RootId: required(ROOT), PolicyType: required(POLICY_TYPE) };

function setStatus(world: World, organization: OrganizationRecord, type: string, status: PolicyTypeStatus | undefined): OrganizationRecord {
  const { [type]: _before, ...others } = organization.policyTypes;
  const changed = { ...organization, policyTypes: status === undefined ? others : { ...others, [type]: status } };
  organizationsTable(world).put(organization.id, changed);
  return changed;
}

function begin(call: OrganizationCall, type: string, status: "PENDING_ENABLE" | "PENDING_DISABLE") {
  const kind = status === "PENDING_ENABLE" ? "enable-policy-type" : "disable-policy-type";
  const due = call.now + jitter(call.world, CHANGE_TIME.least, CHANGE_TIME.most);
  schedule(call.world, { kind, organizationId: call.organization.id, subject: type, due });
  return { Root: describeRoot(setStatus(call.world, call.organization, type, status)) };
}

/** Unconfirmed: the answer while an earlier change of the same type is under way. */
const isChanging = (status: PolicyTypeStatus | undefined): boolean => status === "PENDING_ENABLE" || status === "PENDING_DISABLE";

const enablePolicyType = operation<PolicyTypeInput, object>({
  name: "EnablePolicyType",
  callers: "delegated",
  input: INPUT,
  errors: [
    "ConstraintViolationException.SERVICE_ACCESS_NOT_ENABLED", "NotImplemented", "PolicyChangesInProgressException", "PolicyTypeAlreadyEnabledException",
    "PolicyTypeNotAvailableForOrganizationException", "RootNotFoundException",
  ],
  run(call, input) {
    if (input.RootId !== call.organization.rootId) throw rootNotFound();
    const { type, trustedAccess } = emulatedType(input.PolicyType);
    if (call.organization.featureSet !== "ALL") throw policyTypeNotAvailable();
    const status = call.organization.policyTypes[type];
    if (status === "ENABLED") throw policyTypeAlreadyEnabled();
    if (isChanging(status)) throw policyChangesInProgress();
    if (trustedAccess !== undefined && !serviceAccessOf(call.world, call.organization.id).has(trustedAccess)) {
      throw constraintViolation("SERVICE_ACCESS_NOT_ENABLED", `You must enable service access for ${trustedAccess} before you enable the policy type ${type}.`);
    }
    return begin(call, type, "PENDING_ENABLE");
  },
});

const disablePolicyType = operation<PolicyTypeInput, object>({
  name: "DisablePolicyType",
  callers: "delegated",
  input: INPUT,
  errors: ["PolicyChangesInProgressException", "PolicyTypeNotEnabledException", "RootNotFoundException"],
  run(call, input) {
    if (input.RootId !== call.organization.rootId) throw rootNotFound();
    const status = call.organization.policyTypes[input.PolicyType];
    if (status === undefined) throw policyTypeNotEnabled();
    if (isChanging(status)) throw policyChangesInProgress();
    return begin(call, input.PolicyType, "PENDING_DISABLE");
  },
});

/** From now on every target has AWS's own policy of the type, if there is one. */
export function finishEnabling(world: World, organization: OrganizationRecord, { subject: type }: PendingWork): void {
  setStatus(world, organization, type, "ENABLED");
}

/** Detaches every policy of the type everywhere; enabling it again does not bring them back. */
export function finishDisabling(world: World, organization: OrganizationRecord, { subject: type }: PendingWork): void {
  detachType(world, setStatus(world, organization, type, undefined), type);
}

export const policyTypeOperations = [enablePolicyType, disablePolicyType];
