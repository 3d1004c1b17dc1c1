import type { Service } from "../../operation.ts";
import { accountInformationOperations } from "./account-information.ts";
import { alternateContactOperations } from "./alternate-contacts.ts";
import { contactInformationOperations } from "./contact-information.ts";
import { primaryEmailOperations } from "./primary-email.ts";
import { regionOperations } from "./regions.ts";

/** AWS Account Management, API version 2021-02-01. */
export const account: Service = {
  id: "account",
  operations: [
    ...alternateContactOperations,
    ...contactInformationOperations,
    ...accountInformationOperations,
    ...primaryEmailOperations,
    ...regionOperations,
  ],
};
