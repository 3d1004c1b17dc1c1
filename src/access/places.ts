import { type Address, ROOT } from "../ids/index.ts";
import type { AccessAccount, AccessModel } from "./model.ts";

/**
 * Accounts in as few words as they can be told: an OU, or the root, where all its accounts are among them, and each of the
 * others by itself. The management account is always told by itself. `universe` is what counts as all; default: every account.
 */
export function placesOf(model: AccessModel, accounts: Iterable<AccessAccount>, universe: Iterable<AccessAccount> = model.accounts.values()): Address[] {
  const given = new Set(accounts);
  const [whole, part] = [new Map<Address, number>(), new Map<Address, number>()];
  const addTo = (counts: Map<Address, number>, { path }: AccessAccount): void => {
    for (const node of path.slice(0, -1)) counts.set(node, (counts.get(node) ?? 0) + 1);
  };
  for (const account of universe) if (!account.management) addTo(whole, account);
  for (const account of given) if (!account.management) addTo(part, account);
  const told = new Set<Address>();
  for (const account of given) told.add(tellAs(account, (node) => part.get(node) === whole.get(node) && (node === ROOT || (whole.get(node) ?? 0) > 1)));
  return [...told];
}

/** The highest place that holds the account and is there as a whole. */
const tellAs = ({ path, address, management }: AccessAccount, isWhole: (node: Address) => boolean): Address => (management ? address : (path.slice(0, -1).find(isWhole) ?? address));
