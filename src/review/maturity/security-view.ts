import { isActive, isBreakGlass, isLogArchive, isSecurityTooling } from "../accounts.ts";
import type { Subject } from "../subject.ts";
import type { Step } from "./step.ts";

const trusts = ({ organization }: Subject, ...services: string[]): boolean => services.some((service) => (organization.trustedAccess ?? []).includes(service) || delegates({ organization }, service));

const delegates = ({ organization }: Pick<Subject, "organization">, ...services: string[]): boolean => services.some((service) => (organization.delegatedAdministrators?.[service] ?? []).length > 0);

export const SECURITY_VIEW: Step = {
  title: "Central security view",
  capabilities: [
    { title: "Logs go to an account of their own", isOn: ({ accounts }) => accounts.some((placed) => isActive(placed) && isLogArchive(placed)), next: "Declare the account log-archive under Security." },
    { title: "Security tools have an account of their own", isOn: ({ accounts }) => accounts.some((placed) => isActive(placed) && isSecurityTooling(placed)), next: "Declare the account security-tooling under Security." },
    { title: "CloudTrail may record the whole organization", isOn: (subject) => trusts(subject, "cloudtrail.amazonaws.com"), next: 'Add "cloudtrail.amazonaws.com" to trustedAccess.' },
    { title: "Threats are found from one account", isOn: (subject) => delegates(subject, "guardduty.amazonaws.com"), next: "Delegate guardduty.amazonaws.com to the security tooling account, under delegatedAdministrators." },
    { title: "Findings are gathered in one account", isOn: (subject) => delegates(subject, "securityhub.amazonaws.com"), next: "Delegate securityhub.amazonaws.com to the security tooling account." },
    { title: "Configurations are recorded for the whole organization", isOn: (subject) => trusts(subject, "config.amazonaws.com", "config-multiaccountsetup.amazonaws.com"), next: "Delegate config.amazonaws.com to the security tooling account." },
    { title: "There is a way in when everything else fails", isOn: ({ accounts }) => accounts.some((placed) => isActive(placed) && isBreakGlass(placed)), next: "Declare the account break-glass under Security." },
  ],
};
