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

const protect = (action: string) => policy("scp", "guardduty-protect", [deny("Protect", action)]);
const byHand = observed(attachment("scp", "region-guard", at("Sandbox")), "p-abcd1234>ou-ab12-55556666");

/** Somebody clicked in the console; the file changes a tag. */
export const drifted: Plan = plan({
  changes: [
    change(shop, observed(account("shop-prod", "Workloads/Prod", { tags: { owner: "shop" } }), "222233334444"), {
      differences: [{ field: "tag owner", before: "shop", after: "payments" }],
    }),
    change(protect("guardduty:*"), observed(protect("guardduty:Delete*"), "p-guard001"), {
      differences: [{ field: 'statement "Protect" Action', before: "guardduty:Delete*", after: "guardduty:*" }],
      cause: "drift",
    }),
    remove(byHand, { phase: "loosen", cause: "drift", reason: "added outside landfall" }),
  ],
  drift: {
    run: "20261118-0930-77aa",
    at: "2026-11-18T09:31:00.000Z",
    things: [
      { address: "account:555566667777", kind: "account", what: "added", differences: [], outcome: "left" },
      { address: byHand.item.address, kind: "attachment", what: "added", differences: [], outcome: "put-back" },
      { address: "policy:scp/guardduty-protect", kind: "policy", what: "changed", differences: [{ field: 'statement "Protect" Action', before: "guardduty:*", after: "guardduty:Delete*" }], outcome: "put-back" },
    ],
  },
  unmanaged: [
    { address: "account:555566667777", kind: "account", id: "555566667777", name: "acquired-web", why: "made by others" },
    { address: "ou:Acquired", kind: "ou", id: "ou-ab12-99998888", name: "Acquired", why: "made by others" },
    { address: "attachment:scp/freeze-prod>ou:Workloads/Prod", kind: "attachment", id: "p-freeze01>ou-ab12-1", name: "freeze-prod", why: "freeze until 2026-12-01", owner: "overlay" },
  ],
  remarks: ["Tags were read one by one, which is slow: the Tagging API does not show this organization's things."],
  unchanged: 212,
  calls: { ListAccounts: 2, ListTagsForResource: 214 },
});

/** The same, on a machine that has no record of the run; the file says something else of the policy by now. */
export const driftedElsewhere: Plan = {
  ...drifted,
  drift: {
    at: "2026-11-18T09:31:00.000Z",
    run: "20261118-0930-77aa",
    by: "fingerprint",
    things: (drifted.drift?.things ?? []).map((thing) => (thing.kind === "policy" ? { ...thing, differences: [], outcome: "changed-further" } : thing)),
  },
};

/** Two things that only a person can do. */
export const yours: Plan = plan({
  changes: [
    create({ kind: "trusted-access", address: "trusted-access:sso.amazonaws.com", service: "sso.amazonaws.com" }),
    ...["ml-lab", "ml-prod"].map((key) => create(account(key, "Sandbox"))),
  ].map((made, index) => ({ ...made, yours: index === 0 ? "you:identity-center" : "you:account-quota" })),
  yours: [
    {
      kind: "you",
      address: "you:account-quota",
      what: "Ask AWS for a higher quota of accounts",
      why: "AWS holds an organization to a number of accounts, and decides itself about more.",
      link: "https://console.aws.amazon.com/servicequotas/home/services/organizations/quotas/L-E619E033",
      holdsUp: ["account:ml-lab", "account:ml-prod"],
    },
    {
      kind: "you",
      address: "you:identity-center",
      what: "Enable IAM Identity Center for the organization, in eu-west-1",
      why: "AWS has no call that makes an organization instance of it.",
      link: "https://console.aws.amazon.com/singlesignon/home?region=eu-west-1",
      holdsUp: ["trusted-access:sso.amazonaws.com"],
    },
  ],
  unchanged: 62,
  calls: { ListAccounts: 1, GetServiceQuota: 1 },
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

/** What the file declares beside, and landfall does not write. */
export const notWritten: Plan = plan({
  notWritten: ["3 permission sets, 4 assignments and 1 budget are declared and judged; this version of landfall does not write them to AWS, nor read what is there."],
  unchanged: 62,
  calls: { ListAccounts: 1, ListPolicies: 2, ListTagsForResource: 31 },
});

const closing = account("legacy-billing", "Suspended", { state: "closed" });
const oldOu = observed(ou("Workloads/Staging"), "ou-ab12-11112222");
const oldPolicy = policy("scp", "old-guard", [deny("Old", "ec2:RunInstances")]);

/** What cannot be undone, next to harmless things. */
export const danger: Plan = plan({
  changes: [
    create(attachment("scp", "deny-leave-organization", at(""))),
    change(closing, observed(account("legacy-billing", "Suspended", { state: "held" }), "333344445555"), {
      action: "close",
      phase: "clean",
      reason: "the file says state: closed",
      danger: "closes the account: its users and workloads stop at once, and AWS deletes it for good after 90 days",
      dangerCode: "LF4101",
    }),
    change(account("crm-prod", "Suspended", { state: "closed" }), observed(account("crm-prod", "Workloads/Prod"), "444455556666"), {
      action: "close",
      phase: "clean",
      reason: "the file says state: closed",
      danger: "closes the account: its users and workloads stop at once, and AWS deletes it for good after 90 days",
      dangerCode: "LF4101",
    }),
    remove(oldOu, { danger: "deletes the organizational unit; whatever names its id no longer works", dangerCode: "LF4103" }),
    remove(observed(attachment("scp", "old-guard", at("Workloads")), "p-old00001>ou-ab12-33334444"), { phase: "loosen" }),
    remove(observed(oldPolicy, "p-old00001")),
  ],
  unmanaged: [
    { address: "account:acquired-web", kind: "account", id: "555566667777", name: "acquired-web", why: "made by others" },
    { address: "ou:Acquired", kind: "ou", id: "ou-ab12-99998888", name: "Acquired", why: "made by others" },
    { address: "attachment:scp/legacy-deny>ou:Acquired", kind: "attachment", id: "p-legacy01>ou-ab12-99998888", name: "scp/legacy-deny>ou:Acquired", why: "attached by others" },
  ],
  unchanged: 58,
  notRead: ["Identity Center: the credentials may not list permission sets."],
  timeFloor: { seconds: 12, operation: "CloseAccount", explanation: "2 × CloseAccount, which AWS takes at one every 20 s after the first 1." },
  calls: { ListAccounts: 1, ListPolicies: 2, ListTargetsForPolicy: 7 },
});

const ESC = "\u001B";
const HOSTILE = `${ESC}]0;owned\u0007${ESC}[2J${ESC}[31mred`;

/** Names from outside that try to draw on the screen, are wide, or are as long as AWS allows. */
export const hostile: Plan = plan({
  organization: { name: `acme${ESC}[1A`, id: "o-ab12cd34ef", managementAccountId: "111122223333", homeRegion: "eu-west-1" },
  changes: [
    create(account("an-account-name-of-exactly-fifty-characters-in-all", "Workloads/Prod")),
    create(account("支払い-本番環境", "業務システム/本番", { email: "aws+payments@例え.example" })),
    create(account("rocket-🚀-team-👩‍👩‍👧‍👦", "Sandbox")),
    change(
      policy("scp", `line\nbreak\u202Egnp.exe`, [deny(HOSTILE, ["iam:*", `s3:${ESC}[8m*`])]),
      observed(policy("scp", `line\nbreak\u202Egnp.exe`, [deny(HOSTILE, "iam:*")]), "p-bad00001"),
      { differences: [{ field: "description", before: `was ${HOSTILE}`, after: "a text that goes on for long enough to need more than one line on any of the widths that these screens are drawn at, and then some more" }] },
    ),
    create(attachment("scp", "a-policy-name-that-is-so-long-that-no-column-of-a-usual-width-could-ever-hold-it", at("業務システム/本番"))),
  ],
  unmanaged: [{ address: `account:${HOSTILE}`, kind: "account", id: "555566667777", name: HOSTILE, why: `made by ${HOSTILE}` }],
  notRead: [`AWS said:\r\n${HOSTILE}`],
  unchanged: 3,
});

const many = (count: number, name: string): string[] => Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(4, "0")}`);
const TEAMS = many(40, "team");

/** Five thousand accounts in 41 OUs, all new. */
export const fiveThousand: Plan = plan({
  changes: [
    create(ou("Workloads")),
    ...TEAMS.map((team) => create(ou(`Workloads/${team}`))),
    ...TEAMS.flatMap((team) => many(125, team).map((key) => create(account(key, `Workloads/${team}`)))),
    ...TEAMS.map((team) => create(attachment("scp", "region-guard", at(`Workloads/${team}`)))),
  ],
  timeFloor: { seconds: 49_970, operation: "CreateAccount", explanation: "5000 × CreateAccount, which AWS takes at one every 10 s after the first 3." },
  unchanged: 61,
  calls: { ListAccounts: 1 },
});

/** A tag for each of many accounts, and another for some with values of their own. */
export const manyTags: Plan = plan({
  changes: [
    ...many(4_812, "shop").map((key, index) =>
      change(account(key, "Workloads"), observed(account(key, "Workloads"), String(100_000_000_000 + index)), {
        differences: [{ field: "tag cost-center", after: "4711" }],
      }),
    ),
    ...many(45, "data").map((key, index) =>
      change(account(key, "Workloads"), observed(account(key, "Workloads"), String(200_000_000_000 + index)), {
        differences: [{ field: "tag owner", before: `team-${index}`, after: `squad-${index}` }],
      }),
    ),
  ],
  unchanged: 610,
  calls: { ListAccounts: 250, GetResources: 50 },
});
