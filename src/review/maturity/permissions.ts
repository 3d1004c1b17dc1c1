import { mayDeny } from "../statements.ts";
import { deniesSomewhere, hasTopOu, type Step } from "./step.ts";

export const PERMISSIONS: Step = {
  title: "Permission controls",
  capabilities: [
    { title: "No account can leave the organization", isOn: (subject) => deniesSomewhere(subject, (statement) => mayDeny(statement, "organizations:LeaveOrganization")), next: "Attach a policy to the root that denies organizations:LeaveOrganization." },
    { title: "Only governed Regions can be used", isOn: (subject) => deniesSomewhere(subject, ({ Effect, Condition }) => Effect === "Deny" && JSON.stringify(Condition ?? {}).toLowerCase().includes("aws:requestedregion")), next: "Attach a policy to the root that denies requests outside of the governed Regions." },
    { title: "Nobody can turn logs and recorders off", isOn: (subject) => deniesSomewhere(subject, (statement) => mayDeny(statement, "cloudtrail:StopLogging")), next: "Attach a policy to the root that denies cloudtrail:StopLogging and its like." },
    { title: "Root users of members can do nothing", isOn: (subject) => deniesSomewhere(subject, ({ Effect, Condition }) => Effect === "Deny" && /:root"/.test(JSON.stringify(Condition ?? {}))), next: "Attach a policy to the root that denies every action to arn:aws:iam::*:root." },
    { title: "Data stays with the organization's own people", isOn: ({ policies, targets }) => targets.some(({ declared }) => (declared.policies ?? []).some((key) => policies.get(key)?.type === "rcp")), next: "Attach a resource control policy that denies access from outside of the organization." },
    { title: "Exceptions are kept in one place", isOn: (subject) => hasTopOu(subject, "exceptions"), next: "Declare the OU Exceptions for accounts that cannot keep a rule: --with exceptions shows it." },
  ],
};
