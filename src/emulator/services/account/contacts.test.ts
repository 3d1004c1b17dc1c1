import { describe, expect, it } from "vitest";
import { awsError } from "../organizations/testing/aws-error.ts";
import { AccountStage } from "./testing/stage.ts";

const CONTACT = { Name: "Ada", Title: "Security", EmailAddress: "security@example.com", PhoneNumber: "+1 555 0100" };
const ADDRESS = { FullName: "Ada", AddressLine1: "1 Main Street", City: "Bern", PostalCode: "3000", CountryCode: "CH", PhoneNumber: "+41 555 0100" };

describe("alternate contacts", () => {
  it("are one of each type, for each account", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    stage.ask("PutAlternateContact", { AccountId, AlternateContactType: "SECURITY", ...CONTACT });
    stage.ask("PutAlternateContact", { AccountId, AlternateContactType: "SECURITY", ...CONTACT, Name: "Bea" });
    expect(stage.ask("GetAlternateContact", { AlternateContactType: "SECURITY" }, AccountId).AlternateContact).toEqual({ AlternateContactType: "SECURITY", ...CONTACT, Name: "Bea" });
    expect(awsError(() => stage.ask("GetAlternateContact", { AlternateContactType: "BILLING" }, AccountId))).toBe("ResourceNotFoundException");
    expect(awsError(() => stage.ask("GetAlternateContact", { AlternateContactType: "SECURITY" }))).toBe("ResourceNotFoundException");
  });

  it("can be deleted, once", () => {
    const stage = new AccountStage();
    stage.ask("PutAlternateContact", { AlternateContactType: "BILLING", ...CONTACT });
    stage.ask("DeleteAlternateContact", { AlternateContactType: "BILLING" });
    expect(awsError(() => stage.ask("DeleteAlternateContact", { AlternateContactType: "BILLING" }))).toBe("ResourceNotFoundException");
  });
});

describe("contact information", () => {
  it("is there once it was put", () => {
    const stage = new AccountStage();
    expect(awsError(() => stage.ask("GetContactInformation", {}))).toBe("ResourceNotFoundException");
    stage.ask("PutContactInformation", { ContactInformation: ADDRESS });
    expect(stage.ask("GetContactInformation", {}).ContactInformation).toEqual(ADDRESS);
  });

  it("needs a state in some countries", () => {
    const stage = new AccountStage();
    const put = (more: object) => stage.ask("PutContactInformation", { ContactInformation: { ...ADDRESS, CountryCode: "US", ...more } });
    expect(awsError(() => put({}))).toBe("ValidationException");
    put({ StateOrRegion: "NJ" });
  });
});
