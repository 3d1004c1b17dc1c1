import type { Table, World } from "../../world.ts";

export type ContactType = "BILLING" | "OPERATIONS" | "SECURITY";

export interface AlternateContact {
  readonly AlternateContactType: ContactType;
  readonly Name: string;
  readonly Title: string;
  readonly EmailAddress: string;
  readonly PhoneNumber: string;
}

export interface ContactInformation {
  readonly FullName: string;
  readonly AddressLine1: string;
  readonly AddressLine2?: string;
  readonly AddressLine3?: string;
  readonly City: string;
  readonly StateOrRegion?: string;
  readonly DistrictOrCounty?: string;
  readonly PostalCode: string;
  readonly CountryCode: string;
  readonly PhoneNumber: string;
  readonly CompanyName?: string;
  readonly WebsiteUrl?: string;
}

/** The latest change of an account's root e-mail address. */
export interface EmailUpdate {
  readonly email: string;
  readonly status: "PENDING" | "COMPLETED";
  /** Milliseconds since the epoch, as all times in records. */
  readonly updatedAt: number;
  /** When an update was started of late. */
  readonly starts: readonly number[];
}

/** What was last asked for a Region that accounts do not have from the beginning; until then it is under way. */
export interface RegionChange {
  readonly enabled: boolean;
  readonly until: number;
}

/** By account id and type. */
export const alternateContactsTable = (world: World): Table<AlternateContact> => world.table("account/alternate-contacts");
export const alternateContactKey = (accountId: string, type: ContactType): string => `${accountId}/${type}`;
/** By account id. */
export const contactInformationTable = (world: World): Table<ContactInformation> => world.table("account/contact-information");
export const emailUpdatesTable = (world: World): Table<EmailUpdate> => world.table("account/email-updates");
/** Account id → Region → change. */
export const regionChangesTable = (world: World): Table<Readonly<Record<string, RegionChange>>> => world.table("account/region-changes");
