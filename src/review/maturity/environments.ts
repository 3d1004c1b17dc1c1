import { laneOf, laneOfNode } from "../stages.ts";
import { everyAccount, hasTopOu, type Step } from "./step.ts";

export const ENVIRONMENTS: Step = {
  title: "Classified environments",
  capabilities: [
    { title: "Every account says its stage", isOn: (subject) => everyAccount(subject, ({ account }) => account.stage !== undefined), next: "Give each account a stage, such as dev or prod." },
    {
      title: "Production is apart from what comes before it",
      isOn: ({ accounts }) => accounts.some(({ parent }) => laneOfNode(parent) === "production") && accounts.every(({ account, parent }) => (laneOfNode(parent) ?? laneOf(account.stage ?? "")) === (laneOf(account.stage ?? "") ?? laneOfNode(parent))),
      next: "Declare SDLC and Prod under Workloads, and move each account to where its stage belongs: landfall move KEY --to Workloads/Prod.",
    },
    { title: "Services are delivered from accounts of their own", isOn: (subject) => hasTopOu(subject, "deployments") && subject.accounts.some(({ parent }) => parent.names[0]?.toLowerCase() === "deployments"), next: "Declare the OU Deployments; landfall add service NAME puts a deployment account there." },
    { title: "Policies are tried before they hold for everybody", isOn: (subject) => hasTopOu(subject, "policystaging"), next: "Declare the OU PolicyStaging with an OU for each part of the organization: --with policy-staging shows it." },
    { title: "Tags are the same everywhere", isOn: ({ policies, targets }) => targets.some(({ declared }) => (declared.policies ?? []).some((key) => policies.get(key)?.type === "tag")), next: "Attach a tag policy to the root that says how stage, owner and service are written." },
  ],
};
