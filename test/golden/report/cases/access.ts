import { type AccessAnswer, accountNamed, type AccountPeople, ask, blastRadius, compareNodes, crossAccountGrants, effectivePolicies, humanPaths, type KnownResources, nodeNamed, principalIn, probableAnswer, reachOfAccount, reachOfPolicies, separation, SHARING_SERVICES, unusedWays, type UnusedWay, whoCan } from "../../../../src/access/index.ts";
import { acme } from "../../../../src/access/testing/acme.ts";
import { expand } from "../../../../src/inventory/index.ts";
import { loadCatalog } from "../../../../src/policy/index.ts";
import { CHAIN, chained } from "../../../../src/access/testing/chain.ts";
import { accountReachHuman, type AccessSource, blastRadiusHuman, canHuman, compareHuman, effectiveHuman, isolationHuman, policyReachHuman, type Style, type TellStatement, whoCanHuman } from "../../../../src/report/index.ts";

const model = acme();
const FILE: AccessSource = { kind: "file", name: "landfall.config.ts" };
const SNAPSHOT: AccessSource = { kind: "snapshot", name: "acme.snapshot.json", readAt: "2026-11-23T08:10:00.000Z", age: 11_100_000 };
const OLD: AccessSource = { ...SNAPSHOT, age: 9 * 86_400_000, iam: ["IAM of shop-dev was not read, so its roles are known from the file only. AWS denied sts:AssumeRole."] };

/** As if the file had these at some place, and one guardrail. */
const tell: TellStatement = ({ policy, sid, kind }) => {
  if (policy === "regions") return { policy: "guardrail region-allow-list", guardrail: "region-allow-list", at: at(sid === undefined ? 1 : 18, 22) };
  return kind === "scp" && policy === "FullAWSAccess" ? { policy } : { policy, at: at(41, 7) };
};
const at = (line: number, column: number) => ({ file: "landfall.config.ts", line, column, endLine: line, endColumn: column + 1, excerpt: [] });

interface Asked {
  readonly principal: string;
  readonly key: string;
  readonly action: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

function asking({ principal, key, action, resource, context }: Asked): { readonly question: readonly string[]; readonly answer: AccessAnswer; readonly probably: ReturnType<typeof probableAnswer> } {
  const account = accountNamed(model, key);
  const asker = principalIn(model, principal, account);
  const answer = ask(model, { principal: asker, action, ...(resource === undefined ? {} : { resource }), ...(context === undefined ? {} : { context }), ...(asker.account === undefined ? { resourceAccount: account } : {}) });
  return { question: [`${principal} in ${key}`, action, ...(resource === undefined ? [] : [resource])], answer, probably: probableAnswer(answer, asker, catalog.action(action)) };
}

const can = (asked: Asked, source: AccessSource = FILE) => (style: Style): string => canHuman({ ...asking(asked), tell, source }, style);
const guardrailsIn = ({ name }: { readonly name: string }): readonly string[] => (name === "regions" ? ["region-allow-list", "deny-root-user"] : []);
const policyReach = reachOfPolicies(model, ({ name }) => name === "regions");
const differing = compareNodes(model, nodeNamed(model, "Workloads/Dev"), nodeNamed(model, "Suspended"), ["iam:CreateUser", "s3:PutObject", "s3:GetObject", "s3:ListBucket", "s3:DeleteObject", "s3:DeleteBucket", "ec2:RunInstances"].map((action) => ({ action })));

const chain = chained();
const catalog = await loadCatalog();
const grants = crossAccountGrants(chain, { items: [...expand(CHAIN).values()], organization: CHAIN, catalog });
const radius = (word: string, key: string, source = FILE) => (style: Style): string => blastRadiusHuman({ radius: blastRadius(chain, word, accountNamed(chain, key), { items: [], catalog, organization: CHAIN }), model: chain, source, resourcesTold: 0 }, style);

const topic = "arn:aws:sns:eu-west-1:555555555555:orders-that-have-been-paid";
const told: KnownResources = {
  resources: [
    { arn: topic, account: "account:shop-dev", purpose: "the build account tells of orders", policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::444444444444:root" }, Action: ["sns:Publish", "sns:GetTopicAttributes"], Resource: "*" }] } },
    { arn: "arn:aws:kms:eu-west-1:444444444444:key/0123", account: "account:build", policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: ["777777777777", "arn:aws:iam::444444444444:root"] }, Action: "kms:Decrypt", Resource: "*" }] } },
  ],
  complete: new Map([["account:build", new Set(SHARING_SERVICES)]]),
};
const around = { items: [...expand(CHAIN).values()], organization: CHAIN, catalog, resources: told };
const withResources = crossAccountGrants(chain, around);
const people: readonly AccountPeople[] = [
  { account: "account:build", users: [{ name: "ann", hasPassword: true, activeKeys: 1, tags: { purpose: "emergencies" } }, { name: "ci", tags: {} }], samlProviders: ["arn:aws:iam::444444444444:saml-provider/okta"], oidcProviders: [], root: { hasKeys: false, hasPassword: false } },
];
const idle: UnusedWay = { by: "role/copy", account: accountNamed(chain, "shop-prod"), createdAt: "2025-01-02T00:00:00Z", days: 690 };
const isolationWhole = (style: Style): string =>
  isolationHuman({
    grants: withResources.filter(({ by }) => by === "role/deploy" || by.startsWith("arn:")), model: chain, source: SNAPSHOT, separation: separation(chain, withResources, around), people: humanPaths(chain, people), resourcesTold: 2,
    unused: { ways: [idle, { ...idle, by: "role/frozen", account: accountNamed(chain, "shop-dev"), lastUsedAt: "2026-03-04T00:00:00Z" }], told: 5, notTold: 3, afterDays: 90 },
    trend: { since: "acme.old.json, 2026-08-01", before: 4, after: 5, added: [{ kind: "resource", from: "account 777777777777, outside", by: "arn:aws:kms:eu-west-1:444444444444:key/0123", to: "build" }, { kind: "trust", from: "build", by: "role/deploy", to: "shop-dev" }], gone: [{ kind: "trust", from: "stuck", by: "role/old", to: "shop-dev" }], notCompared: ["delegated-administrator"], accountsNotCompared: ["account:old"] },
    notRead: ["assignments, which the organization file alone tells"],
  }, style);

/** Every screen that answers a question about access. */
export const ACCESS_SCREENS: readonly { readonly name: string; readonly draw: (style: Style) => string }[] = [
  { name: "can-denied", draw: can({ principal: "role/deploy", key: "shop-prod", action: "iam:CreateUser" }) },
  { name: "can-denied-region", draw: can({ principal: "administrator", key: "shop-prod", action: "ec2:RunInstances", context: { "aws:RequestedRegion": "us-east-1" } }, SNAPSHOT) },
  { name: "can-allowed", draw: can({ principal: "role/deploy", key: "shop-dev", action: "s3:PutObject", resource: "arn:aws:s3:::shop-orders/2026/*" }) },
  { name: "can-closed", draw: can({ principal: "role/deploy", key: "shop-dev", action: "ec2:RunInstances" }) },
  { name: "can-unknown", draw: can({ principal: "permission-set/Reader", key: "log-archive", action: "s3:GetObject", resource: "arn:aws:s3:::logs/*" }, OLD) },
  { name: "can-probably", draw: can({ principal: "permission-set/Reader", key: "log-archive", action: "sqs:DeleteQueue", resource: "arn:aws:sqs:eu-west-1:222222222222:orders" }) },
  { name: "can-half-known", draw: can({ principal: "permission-set/Half", key: "shop-dev", action: "s3:GetObject", resource: "arn:aws:s3:::orders/*" }) },
  { name: "can-outside", draw: can({ principal: "anonymous", key: "log-archive", action: "s3:GetObject", resource: "arn:aws:s3:::logs/*" }) },
  { name: "who-can", draw: (style) => whoCanHuman({ question: ["iam:CreateUser"], lines: whoCan(model, { action: "iam:CreateUser" }), model, source: FILE, assumed: ["Requests go to eu-west-1, the home Region."] }, style) },
  { name: "reach-policy", draw: (style) => (policyReach === undefined ? "" : policyReachHuman({ asked: "region-allow-list", reach: policyReach, model, guardrailsIn, source: FILE }, style)) },
  { name: "reach-account", draw: (style) => accountReachHuman({ reach: reachOfAccount(model, accountNamed(model, "shop-prod")), guardrailsIn, source: FILE }, style) },
  { name: "show-effective", draw: (style) => effectiveHuman({ policies: effectivePolicies(model, accountNamed(model, "old")), guardrailsIn, source: SNAPSHOT }, style) },
  { name: "compare", draw: (style) => compareHuman({ comparison: differing, guardrailsIn, source: FILE }, style) },
  { name: "isolation", draw: (style) => isolationHuman({ grants, model: chain, source: FILE, separation: separation(chain, grants, { items: [], catalog, organization: CHAIN }), people: humanPaths(chain, [], CHAIN), unused: { ...unusedWays(grants, { at: "2026-11-23T08:10:00.000Z", days: 90 }), afterDays: 90 }, resourcesTold: 0, notRead: [] }, style) },
  { name: "isolation-whole", draw: isolationWhole },
  { name: "blast-radius-resources", draw: (style) => blastRadiusHuman({ radius: blastRadius(chain, "administrator", accountNamed(chain, "build"), around), model: chain, source: FILE, resourcesTold: 2 }, style) },
  { name: "blast-radius", draw: radius("role/pipeline", "build") },
  { name: "blast-radius-account", draw: radius("administrator", "shop-prod", SNAPSHOT) },
  { name: "blast-radius-unknown", draw: radius("role/nobody-told", "build", OLD) },
  { name: "blast-radius-management", draw: radius("administrator", "management") },
];
