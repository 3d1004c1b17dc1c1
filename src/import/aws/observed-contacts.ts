import type { Address } from "../../ids/index.ts";
import type { Observation } from "../../inventory/index.ts";
import { type Contact, CONTACT_TYPES, type Contacts, type ContactType } from "../../organization/index.ts";

/** Contacts as they were read: those that every account has stand once, the others with their accounts. */
export interface ObservedContacts {
  readonly shared: Contacts;
  readonly of: (account: Address) => { readonly contacts?: Contacts };
}

export function contactsIn({ items }: Observation): ObservedContacts {
  const known = new Map<Address, Partial<Record<ContactType, Contact>>>();
  for (const { item } of items.values()) {
    if (item.kind !== "contact" || item.contact === undefined) continue;
    known.set(item.account, { ...known.get(item.account), [item.contactType]: item.contact });
  }
  const open = [...items.values()].flatMap(({ item }) => (item.kind === "account" && (item.state !== "closed" || item.management) ? [item.address] : []));
  const shared: Contacts = Object.fromEntries(CONTACT_TYPES.flatMap((type) => sharedBy(open.map((account) => known.get(account)?.[type])).map((contact) => [type, contact])));
  return {
    shared,
    of: (account) => {
      const own = Object.entries(known.get(account) ?? {}).filter(([type]) => !Object.hasOwn(shared, type));
      return own.length === 0 ? {} : { contacts: Object.fromEntries(own) };
    },
  };
}

/** The one contact that all have; nothing where one has none or another. */
function sharedBy(contacts: readonly (Contact | undefined)[]): Contact[] {
  const [first] = contacts;
  if (first === undefined || contacts.length < 2) return [];
  return contacts.every((contact) => JSON.stringify(contact) === JSON.stringify(first)) ? [first] : [];
}
