import { SANDBOX, WORKLOADS } from "../stages.ts";
import { everyAccount, hasTopOu, type Step } from "./step.ts";

export const ACCOUNTS: Step = {
  title: "Accounts",
  capabilities: [
    { title: "Workloads have accounts of their own", isOn: ({ accounts }) => accounts.length > 0, next: "Declare an account for the first workload, so that the management account runs nothing." },
    { title: "Accounts are grouped into OUs by what they are for", isOn: (subject) => hasTopOu(subject, "security") && hasTopOu(subject, "infrastructure") && hasTopOu(subject, WORKLOADS), next: "Declare the OUs Security, Infrastructure and Workloads: landfall init --blueprint starter shows them." },
    { title: "Every account says what it is for", isOn: (subject) => everyAccount(subject, ({ account }) => account.purpose !== undefined), next: "Give each account a purpose, in one sentence." },
    { title: "Every account has an owner", isOn: (subject) => everyAccount(subject, ({ account }) => account.owner !== undefined), next: "Give each account an owner: landfall transfer KEY --owner TEAM." },
    { title: "People can try things in sandboxes", isOn: (subject) => hasTopOu(subject, SANDBOX), next: "Declare the OU Sandbox, then landfall add sandbox --for PERSON." },
    { title: "Accounts out of use are kept apart", isOn: (subject) => hasTopOu(subject, "suspended"), next: "Declare the OU Suspended with a policy that denies everything; landfall hold KEY puts accounts there." },
  ],
};
