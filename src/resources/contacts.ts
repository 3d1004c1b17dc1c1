import { type Aws, awsErrorName } from "../aws/index.ts";
import { type Address, contactAddress } from "../ids/index.ts";
import { type ContactItem, MANAGEMENT_ACCOUNT, type Observed } from "../inventory/index.ts";
import { ACCOUNT_MANAGEMENT } from "../limits/index.ts";
import { type Contact, CONTACT_TYPES, type ContactType } from "../organization/index.ts";
import type { ChangeScope, Difference, ObserveScope } from "../plan/index.ts";
import type { OrganizationsResource } from "./registry.ts";
import { enabledServices } from "./trusted-access.ts";

/**
 * Alternate contacts. Each costs a call of its own, so only those are read that the file speaks of; AWS shows those of
 * members only while Account Management has trusted access.
 * Source: Account Management Reference Guide, GetAlternateContact.
 */
export const contacts: OrganizationsResource<"contact"> = {
  kind: "contact",

  async observe(reader, scope) {
    const all = wantedOf(scope);
    if (all.length === 0) return [];
    const isTrusted = (await enabledServices(reader)).includes(ACCOUNT_MANAGEMENT);
    const wanted = all.filter(({ account }) => (account === MANAGEMENT_ACCOUNT || isTrusted) && isOpen(account, scope));
    const read = await Promise.all(wanted.map((one) => readContact(reader.aws, one, scope)));
    // One that is named only to be removed, and is gone, is nothing.
    return read.filter(({ item }) => item.contact !== undefined || scope.desired.has(item.address) || scope.all);
  },

  compare: (desired, { item }) => differences(item.contact, desired.contact),

  async ensure(aws, scope) {
    const { desired } = scope.change;
    if (desired?.kind !== "contact") throw new TypeError(`${scope.change.address} is no contact`);
    const { contact, contactType, address } = desired;
    if (contact === undefined) await remove(aws, desired, scope);
    else {
      const { name: Name, title: Title, email: EmailAddress, phone: PhoneNumber } = contact;
      const AlternateContactType = awsType(contactType);
      await (await aws.account()).putAlternateContact({ ...about(desired, scope), AlternateContactType, Name, Title, EmailAddress, PhoneNumber });
    }
    return address;
  },

  async remove(aws, scope) {
    const item = scope.change.observed?.item;
    if (item?.kind !== "contact") throw new TypeError(`${scope.change.address} is no contact`);
    await remove(aws, item, scope);
  },

  actions: { observe: ["account:GetAlternateContact"], ensure: ["account:PutAlternateContact"], remove: ["account:DeleteAlternateContact"] },
};

type Wanted = Pick<ContactItem, "address" | "account" | "contactType">;

/** Those declared, those to be removed, and where all is asked for, all. */
function wantedOf({ desired, found, remove: going, all }: ObserveScope): Wanted[] {
  const of = (accounts: Iterable<Address>): Wanted[] =>
    [...accounts].flatMap((account) => CONTACT_TYPES.map((contactType) => ({ address: contactAddress(contactType, account), account, contactType })));
  const declared = [...desired.values()].filter((item) => item.kind === "contact");
  if (!all && declared.length === 0 && going.size === 0) return [];
  const everyOne = of([...found.values()].flatMap(({ item }) => (item.kind === "account" ? [item.address] : [])));
  if (all) return everyOne;
  return [...declared, ...everyOne.filter(({ address }) => going.has(address) && !desired.has(address))];
}

/** A closed account answers nothing. */
function isOpen(account: Address, { found }: ObserveScope): boolean {
  const item = found.get(account)?.item;
  return item?.kind === "account" && item.state !== "closed";
}

/** What was not read, in words; nothing when all was. */
export function contactsNotRead(found: ReadonlyMap<Address, Observed>): string[] {
  const items = [...found.values()].map(({ item }) => item);
  const all = items.filter((item) => item.kind === "account" && item.state !== "closed").length * CONTACT_TYPES.length;
  const read = items.filter(({ kind }) => kind === "contact").length;
  if (read === all) return [];
  if (read === 0) return ["Alternate contacts were not read: each costs a call, and the file states none that AWS shows."];
  return [`Of ${all} alternate contacts ${read} were read, those that the file states: each costs a call.`];
}

async function readContact(aws: Aws, { address, account, contactType }: Wanted, { found }: ObserveScope): Promise<Observed<ContactItem>> {
  const AccountId = account === MANAGEMENT_ACCOUNT ? undefined : found.get(account)?.id;
  const item = { kind: "contact" as const, address, account, contactType, contact: await contactOf(aws, { AccountId, AlternateContactType: awsType(contactType) }) };
  return { item, id: address, owner: "watched" };
}

async function contactOf(aws: Aws, input: { AccountId: string | undefined; AlternateContactType: ReturnType<typeof awsType> }): Promise<Contact | undefined> {
  try {
    const { AlternateContact } = await (await aws.account()).getAlternateContact(input);
    const { Name = "", Title = "", EmailAddress = "", PhoneNumber = "" } = AlternateContact ?? {};
    return { name: Name, title: Title, email: EmailAddress, phone: PhoneNumber };
  } catch (error) {
    if (awsErrorName(error) === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

async function remove(aws: Aws, item: ContactItem, scope: ChangeScope): Promise<void> {
  try {
    await (await aws.account()).deleteAlternateContact({ ...about(item, scope), AlternateContactType: awsType(item.contactType) });
  } catch (error) {
    if (awsErrorName(error) !== "ResourceNotFoundException") throw error;
  }
}

/** The management account is named by leaving its id out. */
const about = ({ account }: ContactItem, { idOf }: ChangeScope): { AccountId?: string } => (account === MANAGEMENT_ACCOUNT ? {} : { AccountId: idOf(account) });

const awsType = (type: ContactType): "BILLING" | "OPERATIONS" | "SECURITY" => type.toUpperCase() as "BILLING" | "OPERATIONS" | "SECURITY";

/** One line for a contact that comes or goes, one for each part of one that changes. */
function differences(before: Contact | undefined, after: Contact | undefined): Difference[] {
  if (before === undefined || after === undefined) return before === after ? [] : [{ field: "contact", before: before && inWords(before), after: after && inWords(after) }];
  return PARTS.filter((part) => before[part] !== after[part]).map((part) => ({ field: part, before: before[part], after: after[part] }));
}

const PARTS = ["name", "title", "email", "phone"] as const;

const inWords = ({ name, title, email, phone }: Contact): string => `${name}, ${title}, ${email}, ${phone}`;
