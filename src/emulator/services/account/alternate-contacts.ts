import type { Constraint } from "../../operation.ts";
import { notFound } from "./errors.ts";
import { operation } from "./operation.ts";
import type { AlternateContact, ContactType } from "./state.ts";
import { alternateContactKey, alternateContactsTable } from "./state.ts";

const TYPE: Constraint = { required: true, values: ["BILLING", "OPERATIONS", "SECURITY"] };

/** The words are those that users of AWS quote. */
const noContact = () => notFound("No contact of the inputted alternate contact type found.");

const getAlternateContact = operation<{ AlternateContactType: ContactType }, object>({
  name: "GetAlternateContact",
  input: { AlternateContactType: TYPE },
  errors: ["ResourceNotFoundException"],
  run({ world, account }, input) {
    const contact = alternateContactsTable(world).get(alternateContactKey(account.id, input.AlternateContactType));
    if (contact === undefined) throw noContact();
    return { AlternateContact: contact };
  },
});

const putAlternateContact = operation<AlternateContact, object>({
  name: "PutAlternateContact",
  input: {
    AlternateContactType: TYPE,
    Name: { required: true, min: 1, max: 64 },
    Title: { required: true, min: 1, max: 50 },
    EmailAddress: { required: true, min: 1, max: 254, pattern: /^\s*[\w+=.#|!&-]+@[\w.-]+\.\w+\s*$/ },
    PhoneNumber: { required: true, min: 1, max: 25, pattern: /^[\s0-9()+-]+$/ },
  },
  errors: [],
  run({ world, account }, { AlternateContactType, Name, Title, EmailAddress, PhoneNumber }) {
    const contact = { AlternateContactType, Name, Title, EmailAddress, PhoneNumber };
    alternateContactsTable(world).put(alternateContactKey(account.id, AlternateContactType), contact);
    return {};
  },
});

const deleteAlternateContact = operation<{ AlternateContactType: ContactType }, object>({
  name: "DeleteAlternateContact",
  input: { AlternateContactType: TYPE },
  errors: ["ResourceNotFoundException"],
  run({ world, account }, input) {
    const key = alternateContactKey(account.id, input.AlternateContactType);
    if (!alternateContactsTable(world).has(key)) throw noContact();
    alternateContactsTable(world).delete(key);
    return {};
  },
});

export const alternateContactOperations = [getAlternateContact, putAlternateContact, deleteAlternateContact];
