import type { Diagnostic } from "../diagnostics/index.ts";
import { type Address, nameOfAddress } from "../ids/index.ts";
import { CONTROL_TOWER_ACCESS, type ControlTower, isControlTowers, type Item, type Observation, type Statements } from "../inventory/index.ts";
import type { Change } from "./plan.ts";

/**
 * Why a plan must not be carried out in an organization that Control Tower governs: it would change what is Control
 * Tower's, or move accounts behind its back, which it calls drift.
 * Source: Control Tower User Guide, "Detect and resolve drift", "Guidance for creating and modifying resources",
 * "Move and enroll accounts with auto-enrollment".
 */
export function controlTowerRefusals(changes: readonly Change[], { controlTower }: Observation, statements: Statements): Diagnostic[] {
  if (controlTower === undefined) return [];
  return [...changes.flatMap((change) => refusalOf(change, controlTower) ?? []), ...claims(statements)];
}

function refusalOf(change: Change, controlTower: ControlTower): Diagnostic | undefined {
  const { kind, action, address, desired, observed } = change;
  const item = desired ?? observed?.item;
  if (item === undefined) return undefined;
  const takesScps = item.kind === "policy-type" && item.policyKind === "scp" && action === "disable" && controlTower.registered.size > 0;
  if (isControlTowers(item) || takesScps) return itsOwn(address, action);
  if (kind === "ou") return ofOu(change, controlTower);
  return kind === "account" ? ofAccount(change, controlTower) : undefined;
}

function ofOu({ address, action, differences }: Change, { registered }: ControlTower): Diagnostic | undefined {
  if (!registered.has(address)) return undefined;
  const isRenamed = differences.some(({ field }) => field === "name");
  return action === "delete" || isRenamed ? itsOwn(address, isRenamed ? "rename" : "delete") : undefined;
}

function ofAccount({ address, action, desired, observed }: Change, { registered, autoEnrolls }: ControlTower): Diagnostic | undefined {
  const from = parentOf(observed?.item);
  const to = parentOf(desired);
  const governs = (place: Address | undefined): place is Address => place !== undefined && registered.has(place);
  if (action === "create") return governs(to) && autoEnrolls !== true ? created(address, to, autoEnrolls) : undefined;
  if (action === "move" && from !== to && (governs(from) || governs(to))) return moved(address, from, to);
  return (action === "close" || action === "remove") && governs(from) ? leaving(address, action, from) : undefined;
}

const parentOf = (item: Item | undefined): Address | undefined => (item?.kind === "account" ? item.parent : undefined);
const named = (address: Address | undefined): string => (address === undefined || address === "root" ? "the root" : `OU "${nameOfAddress(address)}"`);

const itsOwn = (address: Address, action: string): Diagnostic => ({
  code: "LF4032",
  severity: "error",
  summary: `The plan would ${action} ${address}, which is Control Tower's.`,
  detail: "Control Tower would report the change as drift, and put it back when the landing zone is reset.",
  fix: "Take it out of the file, or change it in Control Tower: by its controls, or by unregistering the OU.",
  address,
});

const moved = (address: Address, from: Address | undefined, to: Address | undefined): Diagnostic => ({
  code: "LF4030",
  severity: "error",
  summary: `Account "${nameOfAddress(address)}" would move from ${named(from)} to ${named(to)}, and Control Tower governs one of them.`,
  detail: "The account would keep the controls of the one and miss those of the other until Control Tower updates it.",
  fix: "Move it in Control Tower (Organization, the account, Update account), then write its new place into the file.",
  address,
});

const created = (address: Address, to: Address, autoEnrolls: boolean | undefined): Diagnostic => ({
  code: "LF4031",
  severity: "error",
  summary: `Account "${nameOfAddress(address)}" would be created in ${named(to)}, which is registered with Control Tower, and would not be enrolled.`,
  detail: autoEnrolls === false ? "Control Tower enrolls new accounts by itself only where auto-enrollment is switched on." : "Whether Control Tower enrolls new accounts by itself could not be read.",
  fix: "Create it with Control Tower's Account Factory and state its id in the file, or switch on auto-enrollment (Landing zone settings, landing zone 3.1 and later) and plan again.",
  address,
});

const leaving = (address: Address, action: string, from: Address): Diagnostic => ({
  code: "LF4033",
  severity: "error",
  summary: `The plan would ${action} account "${nameOfAddress(address)}" while Control Tower manages it in ${named(from)}.`,
  detail: "A closed account that is still enrolled leaves stack instances behind that make later updates of the landing zone fail.",
  fix: "Unmanage the account in Control Tower first, and plan again.",
  address,
});

/** Statements that would make landfall the owner of what is Control Tower's. */
const claims = ({ adopt, remove }: Statements): Diagnostic[] =>
  [...adopt].filter((address) => isItsAddress(address) && !remove.has(address)).map((address) => itsOwn(address, "adopt"));

const isItsAddress = (address: Address): boolean => address === CONTROL_TOWER_ACCESS || isControlTowers({ kind: "policy", address } as Item);
