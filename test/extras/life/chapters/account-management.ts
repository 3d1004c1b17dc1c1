import { aws, type Chapter, organizations } from "../step.ts";

const LACKS = { lacks: "all of it but alternate contacts" };
const CONTACT = "--alternate-contact-type SECURITY --email-address sec@example.com --name Sec --phone-number +15555550100 --title Officer";

export const accountManagementChapter: Chapter = {
  title: "Account management",
  steps: [
    { does: "before it is trusted, nobody changes members", args: aws(`account put-alternate-contact --account-id {dev} ${CONTACT}`), fails: "AccessDeniedException", moto: { lacks: "asks for no trusted access" } },
    organizations("Account Management is trusted", "enable-aws-service-access --service-principal account.amazonaws.com", { gives: {} }),
    { does: "a member gets a contact for security", args: aws(`account put-alternate-contact --account-id {dev} ${CONTACT}`), gives: {} },
    { does: "which is found", args: aws("account get-alternate-contact --account-id {dev} --alternate-contact-type SECURITY"), gives: { AlternateContact: { AlternateContactType: "SECURITY", EmailAddress: "sec@example.com", Name: "Sec", PhoneNumber: "+15555550100", Title: "Officer" } } },
    { does: "as no other is", args: aws("account get-alternate-contact --account-id {dev} --alternate-contact-type BILLING"), fails: "ResourceNotFoundException" },
    { does: "it can go", args: aws("account delete-alternate-contact --account-id {dev} --alternate-contact-type SECURITY"), gives: {} },
    { does: "an account is named anew", args: aws("account put-account-name --account-id {dev} --account-name development"), gives: {}, moto: LACKS },
    { does: "and says so", args: aws("account get-account-information --account-id {dev}"), gives: { AccountId: "{dev}", AccountName: "development" }, moto: LACKS },
    organizations("here too", "describe-account --account-id {dev}", { gives: { Account: { Name: "development" } }, moto: LACKS }),
    { does: "a member's root e-mail address is about to change", args: aws("account start-primary-email-update --account-id {test} --primary-email new@example.com"), gives: { Status: "PENDING" }, moto: LACKS },
    { does: "which needs the right code", args: aws("account accept-primary-email-update --account-id {test} --primary-email new@example.com --otp 000000"), fails: "ValidationException", moto: LACKS },
    { does: "until then the old one stays", args: aws("account get-primary-email --account-id {test}"), gives: { PrimaryEmail: "test@example.com" }, moto: LACKS },
    { does: "Regions are enabled", args: aws("account enable-region --account-id {dev} --region-name af-south-1"), gives: {}, moto: LACKS },
    { does: "which takes its time", args: aws("account get-region-opt-status --account-id {dev} --region-name af-south-1"), waits: true, gives: { RegionOptStatus: "ENABLED" }, moto: LACKS },
  ],
};
