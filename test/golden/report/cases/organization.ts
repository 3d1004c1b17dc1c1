import type { Item } from "../../../../src/inventory/index.ts";
import { account, at, attachment, deny, ou, policy, policyType } from "./build.ts";

/** An organization of nine OUs at the top and 25 member accounts, as a company would first declare it. */

const PATHS = [
  "Security", "Security/SDLC", "Security/Prod",
  "Infrastructure", "Infrastructure/SDLC", "Infrastructure/Prod",
  "Workloads", "Workloads/SDLC", "Workloads/Prod",
  "Deployments", "Deployments/SDLC", "Deployments/Prod",
  "Sandbox", "PolicyStaging", "Suspended", "IndividualBusinessUsers", "Exceptions",
];

/** Path of the OU, stage, and the accounts in it as `key owner`. */
const ACCOUNTS: readonly (readonly [path: string, stage: string, accounts: readonly string[]])[] = [
  ["Security/Prod", "prod", ["log-archive platform", "audit security", "security-tooling security", "forensics security"]],
  ["Security/SDLC", "dev", ["security-dev security"]],
  ["Infrastructure/Prod", "prod", ["network platform", "shared-services platform", "backup platform", "identity platform"]],
  ["Infrastructure/SDLC", "dev", ["network-dev platform", "shared-services-dev platform"]],
  ["Workloads/Prod", "prod", ["shop-prod shop", "payments-prod payments", "data-prod data", "crm-prod crm"]],
  ["Workloads/SDLC", "dev", ["shop-dev shop", "shop-test shop", "payments-dev payments", "data-dev data"]],
  ["Deployments/Prod", "prod", ["cicd platform"]],
  ["Deployments/SDLC", "dev", ["cicd-dev platform"]],
  ["Sandbox", "", ["sandbox-anna shop", "sandbox-ben data"]],
  ["IndividualBusinessUsers", "", ["finance-reports finance"]],
  ["PolicyStaging", "", ["policy-staging security"]],
];

export const OUS = PATHS.map(ou);

export const ACCOUNT_ITEMS = ACCOUNTS.flatMap(([path, stage, accounts]) =>
  accounts.map((text) => {
    const [key = "", owner = ""] = text.split(" ");
    return account(key, path, { tags: stage === "" ? { owner } : { owner, stage } });
  }),
);

export const POLICIES = [
  policy("scp", "deny-leave-organization", [deny("DenyLeave", "organizations:LeaveOrganization")]),
  policy("scp", "protect-log-archive", [
    deny("DenyDelete", ["s3:DeleteBucket", "s3:DeleteObject", "s3:PutBucketPolicy"]),
    deny("DenyTrailChanges", ["cloudtrail:DeleteTrail", "cloudtrail:StopLogging"]),
  ]),
  policy("scp", "region-guard", [
    deny("OnlyEurope", "*", { Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } }),
  ]),
  policy("scp", "suspend", [deny("DenyAll", "*")]),
  policy("rcp", "data-perimeter", [deny("OnlyOurs", "s3:*", { Principal: "*" })]),
];

export const ATTACHMENTS = [
  attachment("scp", "deny-leave-organization", at("")),
  attachment("scp", "protect-log-archive", at("Security")),
  ...["Security", "Infrastructure", "Workloads", "Deployments", "Sandbox", "PolicyStaging", "IndividualBusinessUsers"].map((path) => attachment("scp", "region-guard", at(path))),
  attachment("scp", "suspend", at("Suspended")),
  attachment("rcp", "data-perimeter", at("")),
];

export const POLICY_TYPE_ITEMS = [policyType("scp"), policyType("rcp")];

export const MANAGEMENT: Item = account("management", "", { name: "", email: "", management: true, tags: { owner: "platform" } });

export const DECLARED: readonly Item[] = [
  { kind: "organization", address: "organization", featureSet: "ALL" },
  { kind: "root", address: "root", tags: {} },
  ...POLICY_TYPE_ITEMS,
  ...OUS,
  MANAGEMENT,
  ...ACCOUNT_ITEMS,
  ...POLICIES,
  ...ATTACHMENTS,
];
