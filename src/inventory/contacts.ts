import { contactAddress } from "../ids/index.ts";
import { CONTACT_TYPES, contactsOf, type Organization } from "../organization/index.ts";
import { type ContactItem, MANAGEMENT_ACCOUNT } from "./items.ts";

/** The contacts that the file states, account by account. */
export const contactItems = (organization: Organization): ContactItem[] =>
  contactsOf(organization).flatMap(({ account = MANAGEMENT_ACCOUNT, contacts }) =>
    CONTACT_TYPES.flatMap((contactType): ContactItem[] => {
      const contact = contacts[contactType];
      return contact === undefined ? [] : [{ kind: "contact", address: contactAddress(contactType, account), contactType, account, contact }];
    }),
  );
