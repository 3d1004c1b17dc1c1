import type { Step } from "./step.ts";

export const FEDERATION: Step = {
  title: "Federation",
  capabilities: [
    { title: "People come in through IAM Identity Center", isOn: ({ organization }) => (organization.trustedAccess ?? []).includes("sso.amazonaws.com") || (organization.delegatedAdministrators?.["sso.amazonaws.com"] ?? []).length > 0, next: 'Add "sso.amazonaws.com" to trustedAccess, and enable Identity Center in the console.' },
    { title: "Groups have permission sets in accounts", isOn: ({ organization }) => (organization.identityCenter?.assignments ?? []).some(({ group }) => group !== undefined), next: "Say under identityCenter which group enters which accounts with what." },
    { title: "Identity Center is administered outside of the management account", isOn: ({ organization }) => (organization.delegatedAdministrators?.["sso.amazonaws.com"] ?? []).length > 0, next: "Delegate sso.amazonaws.com to an account under Security or Infrastructure." },
    { title: "Root users of members are held centrally", isOn: ({ organization }) => (organization.rootAccess ?? []).includes("RootCredentialsManagement"), next: 'Add "RootCredentialsManagement" to rootAccess.' },
  ],
};
