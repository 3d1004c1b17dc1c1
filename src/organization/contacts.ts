import type { Address } from "../ids/index.ts";
import type { Contacts, ManagementAccount, Organization } from "./types.ts";
import { accountsOf, nodesOf } from "./walk.ts";

export type ContactType = keyof Contacts;
export const CONTACT_TYPES: readonly ContactType[] = ["billing", "operations", "security"];

export interface PlacedContacts {
  /** Undefined for the management account. */
  readonly account: Address | undefined;
  readonly contacts: Contacts;
}

/** The contacts of every account that is not closed: each its own, else that of the nearest OU, else that of the organization. */
export function contactsOf(organization: Organization): PlacedContacts[] {
  const inherited = new Map<Address, Contacts>();
  const nodes = nodesOf(organization);
  for (const { address, parent, node } of nodes) {
    const above = parent === undefined ? organization.contacts : inherited.get(parent);
    inherited.set(address, { ...above, ...("contacts" in node ? node.contacts : undefined) });
  }
  const management: ManagementAccount = organization.managementAccount ?? {};
  return [
    { account: undefined, contacts: { ...organization.contacts, ...management.contacts } },
    ...accountsOf(organization, nodes)
      .filter(({ account }) => account.state !== "closed")
      .map(({ address, parent, account }) => ({ account: address, contacts: { ...inherited.get(parent.address), ...account.contacts } })),
  ];
}
