import { invalid, notFound } from "./errors.ts";
import { operation } from "./operation.ts";
import type { ContactInformation } from "./state.ts";
import { contactInformationTable } from "./state.ts";

/** Countries in which an address has a state or region. Source: the API model, `ContactInformation`. */
const COUNTRIES_WITH_STATES = ["US", "CA", "GB", "DE", "JP", "IN", "BR"];

const TEXT_50 = { min: 1, max: 50 };
const LINE = { min: 1, max: 60 };

/** Unconfirmed: what a new account answers; here nobody has given its address yet, and there is none. */
const getContactInformation = operation<object, object>({
  name: "GetContactInformation",
  input: {},
  errors: ["ResourceNotFoundException"],
  run({ world, account }) {
    const information = contactInformationTable(world).get(account.id);
    if (information === undefined) throw notFound("No contact information was found for the account.");
    return { ContactInformation: information };
  },
});

const putContactInformation = operation<{ ContactInformation: ContactInformation }, object>({
  name: "PutContactInformation",
  input: {
    ContactInformation: { required: true },
    "ContactInformation.FullName": { required: true, ...TEXT_50 },
    "ContactInformation.AddressLine1": { required: true, ...LINE },
    "ContactInformation.AddressLine2": LINE,
    "ContactInformation.AddressLine3": LINE,
    "ContactInformation.City": { required: true, ...TEXT_50 },
    "ContactInformation.StateOrRegion": TEXT_50,
    "ContactInformation.DistrictOrCounty": TEXT_50,
    "ContactInformation.PostalCode": { required: true, min: 1, max: 20 },
    "ContactInformation.CountryCode": { required: true, min: 2, max: 2 },
    "ContactInformation.PhoneNumber": { required: true, min: 1, max: 20, pattern: /^[+][\s0-9()-]+$/ },
    "ContactInformation.CompanyName": TEXT_50,
    "ContactInformation.WebsiteUrl": { min: 1, max: 256 },
  },
  errors: ["ValidationException"],
  run({ world, account }, { ContactInformation: information }) {
    if (information.StateOrRegion === undefined && COUNTRIES_WITH_STATES.includes(information.CountryCode)) {
      throw invalid("fieldValidationFailed", `StateOrRegion is required for addresses in ${information.CountryCode}.`);
    }
    contactInformationTable(world).put(account.id, information);
    return {};
  },
});

export const contactInformationOperations = [getContactInformation, putContactInformation];
