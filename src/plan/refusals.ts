import type { Diagnostic } from "../diagnostics/index.ts";
import { type AccountItem, type Inventory, MANAGEMENT_ACCOUNT, type Observation } from "../inventory/index.ts";
import { consolidatedBilling } from "./consolidated-billing.ts";

/** Why no plan may be made: each of these would risk acting on the wrong organization or account. */
export function refusals(desired: Inventory, observation: Observation): Diagnostic[] {
  const accounts = [...desired.values()].filter((item): item is AccountItem => item.kind === "account" && !item.management);
  return [
    ...wrongOrganization(desired, observation),
    ...consolidatedBilling(observation),
    ...unknownIds(accounts, observation),
    ...renamedOrNew(desired, accounts, observation),
    ...closedAtAws(accounts, observation),
  ];
}

function wrongOrganization(desired: Inventory, observation: Observation): Diagnostic[] {
  const stated = desired.get(MANAGEMENT_ACCOUNT);
  const id = stated?.kind === "account" ? stated.statedId : undefined;
  if (id === undefined || id === observation.managementAccountId) return [];
  return [
    {
      code: "LF4001",
      severity: "error",
      summary: `The credentials belong to the organization of account ${observation.managementAccountId}, but the file is about that of ${id}.`,
      fix: "Use credentials of the management account the file names, or correct managementAccount.id.",
      path: ["managementAccount", "id"],
    },
  ];
}

function unknownIds(accounts: readonly AccountItem[], observation: Observation): Diagnostic[] {
  return accounts
    .filter((account) => account.statedId !== undefined && account.invite !== true && observation.items.get(account.address)?.id !== account.statedId)
    .map((account) => ({
      code: "LF4003",
      severity: "error",
      summary: `Account "${account.address.slice("account:".length)}" states id ${account.statedId}, which is not in this organization.`,
      fix: "Correct the id, or remove it to let landfall create the account.",
      address: account.address,
    }));
}

/** A declared account that is missing beside one of ours that is no longer declared may be the same, renamed. */
function renamedOrNew(desired: Inventory, accounts: readonly AccountItem[], observation: Observation): Diagnostic[] {
  const missing = accounts.filter(
    (account) => !observation.items.has(account.address) && account.isNew !== true && account.statedId === undefined && account.state !== "closed",
  );
  const orphans = [...observation.items.values()].filter(
    ({ item, owner }) => item.kind === "account" && owner === "ours" && item.state !== "closed" && !desired.has(item.address),
  );
  if (orphans.length === 0) return [];
  const names = orphans.map(({ item, id }) => `${item.address.slice("account:".length)} (${id})`).join(", ");
  return missing.map((account) => ({
    code: "LF4004",
    severity: "error",
    summary: `Account "${account.address.slice("account:".length)}" is not in AWS, and AWS has accounts the file no longer names: ${names}.`,
    detail: "landfall cannot tell whether one of them was renamed in the file or a new account is wanted.",
    fix: `If it is one of them, say so under moved, or state its id; if it is a new account, state new: true.`,
    address: account.address,
  }));
}

function closedAtAws(accounts: readonly AccountItem[], observation: Observation): Diagnostic[] {
  return accounts.flatMap((account) => {
    const observed = observation.items.get(account.address);
    if (observed?.item.kind !== "account" || observed.item.state !== "closed" || account.state === "closed") return [];
    return [
      {
        code: "LF4005" as const,
        severity: "error" as const,
        summary: `Account "${account.address.slice("account:".length)}" (${observed.id}) is closed at AWS, but the file says ${account.state}.`,
        fix: 'Ask AWS Support to reopen it within 90 days of closing, or say state: "closed".',
        address: account.address,
      },
    ];
  });
}
