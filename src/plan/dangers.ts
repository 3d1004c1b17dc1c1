import type { Code } from "../diagnostics/index.ts";
import { type Address, attachmentAddress, type PolicyKind, ROOT } from "../ids/index.ts";
import type { Inventory, Item, ItemKind, Observation, PolicyItem } from "../inventory/index.ts";
import { policyTypeFacts } from "../limits/index.ts";
import { isPolicyDocument, type PolicyDocument } from "../policy/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Action, Change } from "./plan.ts";
import { weakerGuardrails } from "./weaker-guardrails.ts";

/** One way in which a change cannot be undone or reaches far. Its code has a page. */
interface Danger {
  readonly code: Code;
  /** What it does, in words that follow the thing's name. */
  readonly does: string;
}

/** The closed list of what a general yes does not cover, but for enabling, whose words are the policy type's. */
const BY_ACTION: Partial<Record<`${Action} ${ItemKind}`, Danger>> = {
  "close account": { code: "LF4101", does: "closes the account: its users and workloads stop at once, and AWS deletes it for good after 90 days" },
  "remove account": { code: "LF4102", does: "makes the account leave the organization: no policy binds it any more, and it pays its own bill" },
  "delete ou": { code: "LF4103", does: "deletes the organizational unit; whatever names its id no longer works" },
  "disable policy-type": { code: "LF4104", does: "disables the policy type: every policy of it is detached everywhere, and enabling it again brings no attachment back" },
  "disable trusted-access": { code: "LF4105", does: "takes the service's access to all accounts away; what it does in them stops" },
  "disable delegated-administrator": { code: "LF4106", does: "takes the administration of the service away from the account; some services delete their data with it" },
  "disable root-access": { code: "LF4109", does: "ends central root access: the root users of member accounts can have credentials of their own again" },
};

const AT_ROOT: Danger = { code: "LF4108", does: "weakens a guardrail at the root: it may allow more in every member account at once" };

/** The changes, each of the closed list marked. */
export function withDangers(changes: readonly Change[], desired: Inventory, observation: Observation): Change[] {
  return changes.map((change) => {
    const danger = BY_ACTION[`${change.action} ${change.kind}`] ?? ofEnabling(change) ?? (isWeakerAtRoot(change, desired, observation) ? atRoot(change, desired, observation) : undefined);
    return danger === undefined ? change : { ...change, danger: danger.does, dangerCode: danger.code };
  });
}

/** Of policies that hold guardrails only what becomes weaker counts: what goes from one to another stays. */
function atRoot(change: Change, desired: Inventory, observation: Observation): Danger | undefined {
  const weaker = weakerGuardrails(change, desired, observation);
  if (weaker === undefined) return AT_ROOT;
  if (weaker.length === 0) return undefined;
  return { ...AT_ROOT, does: `weakens ${weaker.length === 1 ? "the guardrail" : "the guardrails"} ${weaker.join(", ")} at the root: it may allow more in every member account at once` };
}

function ofEnabling({ action, desired }: Change): Danger | undefined {
  if (action !== "enable" || desired?.kind !== "policy-type") return undefined;
  const { enablingDoes } = policyTypeFacts(desired.policyKind);
  return enablingDoes === undefined ? undefined : { code: "LF4107", does: enablingDoes };
}

/** Types whose policies forbid something. */
const GUARDING: ReadonlySet<PolicyKind> = new Set(["scp", "rcp", "ec2", "s3"]);

function isWeakerAtRoot(change: Change, desired: Inventory, observation: Observation): boolean {
  if (change.kind === "policy") {
    const item = change.desired;
    const attached = attachmentAddress(change.address, ROOT);
    // A text that provably allows nothing more is changed early.
    return item?.kind === "policy" && GUARDING.has(item.policyKind) && change.action === "update" && change.phase === "loosen" && (desired.has(attached) || observation.items.has(attached));
  }
  if (change.kind !== "attachment" || change.phase !== "loosen") return false;
  const { policy, target } = attachmentOf(change);
  if (target !== ROOT) return false;
  const item = policyOf(policy, desired, observation);
  return item !== undefined && GUARDING.has(item.policyKind) && (change.action === "attach" || forbids(item));
}

function policyOf(address: Address, desired: Inventory, observation: Observation): PolicyItem | undefined {
  const item: Item | undefined = observation.items.get(address)?.item ?? desired.get(address);
  return item?.kind === "policy" ? item : undefined;
}

/** What only allows takes away when it goes. */
const forbids = ({ document }: PolicyItem): boolean => !isPolicyDocument(document) || hasDeny(document);
const hasDeny = ({ Statement }: PolicyDocument): boolean => [Statement].flat().some(({ Effect }) => Effect === "Deny");
