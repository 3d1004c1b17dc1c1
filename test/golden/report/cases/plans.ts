import type { Plan } from "../../../../src/plan/index.ts";
import { account, at, attachment, change, create, deny, observed, ou, plan, policy, remove } from "./build.ts";
import { ACCOUNT_ITEMS, ATTACHMENTS, OUS, POLICIES, POLICY_TYPE_ITEMS } from "./organization.ts";

/** The very first apply: no organization yet. */
export const firstApply: Plan = plan({
  organization: { name: "acme", managementAccountId: "111122223333", homeRegion: "eu-west-1" },
  changes: [
    create({ kind: "organization", address: "organization", featureSet: "ALL" }),
    ...[...POLICY_TYPE_ITEMS, ...OUS, ...POLICIES, ...ATTACHMENTS, ...ACCOUNT_ITEMS].map(create),
  ],
  timeFloor: { seconds: 220, operation: "CreateAccount", explanation: "25 × CreateAccount, which AWS takes at one every 10 s after the first 3." },
  calls: { DescribeOrganization: 1 },
});

const regionGuard = (regions: readonly string[], sids = ["OnlyEurope"]) =>
  policy("scp", "region-guard", [
    ...sids.map((sid) => deny(sid, "*", { Condition: { StringNotEquals: { "aws:RequestedRegion": regions } } })),
    deny("NoRootKeys", "iam:CreateAccessKey", { Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }),
  ]);

const shop = account("shop-prod", "Workloads/Prod", { tags: { owner: "payments" } });
const legacy = account("legacy-billing", "Suspended");

/** A normal day: one new account, a policy with one more Region, tags, a move. */
export const smallChange: Plan = plan({
  changes: [
    create(account("ml-lab", "Sandbox", { tags: { owner: "data" } })),
    change(regionGuard(["eu-west-1", "us-east-1", "eu-central-2"]), observed(regionGuard(["eu-west-1", "us-east-1"]), "p-abcd1234"), {
      differences: [{ field: 'statement "OnlyEurope" Condition', before: "…", after: "…" }],
      phase: "loosen",
    }),
    change(shop, observed(account("shop-prod", "Workloads/Prod", { tags: { owner: "shop" } }), "222233334444"), {
      differences: [{ field: "tag owner", before: "shop", after: "payments" }],
    }),
    change(legacy, observed(account("legacy-billing", "Workloads/Prod"), "333344445555"), {
      action: "move",
      differences: [
        { field: "parent", before: "ou:Workloads/Prod", after: "ou:Suspended" },
        { field: "tag stage", before: "prod" },
        { field: "tag landfall:state", after: "held" },
      ],
    }),
    create(attachment("scp", "deny-leave-organization", at("Workloads/Prod"))),
  ],
  unchanged: 212,
  calls: { ListAccounts: 2, ListPolicies: 2, ListTargetsForPolicy: 14, ListOrganizationalUnitsForParent: 18 },
});

/** One line differs. */
export const oneLine: Plan = plan({
  changes: [
    change(shop, observed(account("shop-prod", "Workloads/Prod", { tags: { owner: "shop" } }), "222233334444"), {
      differences: [{ field: "tag owner", before: "shop", after: "payments" }],
    }),
  ],
  unchanged: 61,
  calls: { ListAccounts: 1, ListPolicies: 2, ListTagsForResource: 31 },
});

export const nothing: Plan = plan({ unchanged: 62, calls: { ListAccounts: 1, ListPolicies: 2, ListTagsForResource: 31 } });
