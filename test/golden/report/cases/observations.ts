import type { Observation } from "../../../../src/inventory/index.ts";
import { account, at, attachment, deny, observed, observedMap, ou, policy } from "./build.ts";
import { ACCOUNT_ITEMS, ATTACHMENTS, DECLARED, MANAGEMENT, OUS, POLICIES, POLICY_TYPE_ITEMS } from "./organization.ts";

const NOTHING_ELSE = {
  creationsInFlight: [],
  managementAccountId: "111122223333",
  organizationId: "o-ab12cd34ef",
  rootId: "r-ab12",
  notRead: [],
  calls: {},
} as const;

/** AWS attaches its own policy to every root, OU and account. */
const fullAccess = (targets: readonly string[]) => targets.map((target) => observed(attachment("scp", "FullAWSAccess", target), `p-FullAWSAccess>${target}`, "aws"));

const accountId = (index: number): string => String(222_200_000_000 + index * 10_101);

/** The declared organization as AWS has it after the first apply, and what others made beside it. */
export const lived: Observation = {
  ...NOTHING_ELSE,
  items: observedMap([
    observed({ kind: "organization", address: "organization", featureSet: "ALL" }, "o-ab12cd34ef"),
    observed({ kind: "root", address: "root", tags: {} }, "r-ab12"),
    ...POLICY_TYPE_ITEMS.map((item) => observed(item, item.address)),
    observed({ ...MANAGEMENT, ...(MANAGEMENT.kind === "account" ? { name: "Acme Holding" } : {}) }, "111122223333", "watched"),
    ...OUS.map((item, index) => observed(item, `ou-ab12-${String(index).padStart(8, "0")}`)),
    ...ACCOUNT_ITEMS.map((item, index) => observed(item, accountId(index))),
    observed(account("legacy-billing", "Suspended", { name: "Legacy Billing (old)", state: "held", tags: { owner: "finance" } }), "333344445555"),
    observed(account("old-web", "Suspended", { state: "closed" }), "333344446666"),
    observed(ou("Acquired"), "ou-ab12-99998888", "watched"),
    observed(account("acquired-web", "Acquired"), "555566667777", "watched"),
    ...POLICIES.map((item, index) => observed(item, `p-0000000${index}`)),
    ...ATTACHMENTS.map((item) => observed(item, item.address)),
    ...fullAccess(["root", ...OUS.filter(({ name }) => name !== "Exceptions").map(({ address }) => address), ...ACCOUNT_ITEMS.map(({ address }) => address)]),
    ...fullAccess(["ou:Acquired", "account:acquired-web", "account:legacy-billing", "account:old-web", "account:management"]),
  ]),
  creationsInFlight: [{ requestId: "car-11112222", accountName: "ml-lab", requestedAt: 0 }],
  notRead: ["Identity Center: the credentials may not list permission sets."],
};

/** Names that try to draw on the screen, wide ones, long ones, and more policies than a line holds. */
export const hostileTree: Observation = {
  ...NOTHING_ELSE,
  items: observedMap([
    observed(ou("業務システム"), "ou-ab12-00000001"),
    observed(ou("業務システム/本番"), "ou-ab12-00000002"),
    observed(account("支払い-本番環境", "業務システム/本番", { tags: { stage: "本番", owner: "支払いチーム" } }), "222233334444"),
    observed(account("an-account-name-of-exactly-fifty-characters-in-all", "業務システム/本番", { tags: { stage: "prod", owner: "a-team-with-a-long-name" } }), "222233335555"),
    observed(account("rocket-🚀-team", "", { name: "\u001B[31mRocket\u202E\nTeam" }), "222233336666", "watched"),
    ...Array.from({ length: 9 }, (_, index) => policy("scp", `a-guardrail-with-a-long-name-${index}`, [deny("Deny", "*")])).flatMap((item) => [
      observed(item, item.address),
      observed(attachment("scp", item.name, at("業務システム")), item.address),
      observed(attachment("scp", item.name, "account:支払い-本番環境"), `account ${item.address}`),
    ]),
  ]),
};

/** A large organization that landfall has only read. */
export const large: Observation = {
  ...NOTHING_ELSE,
  items: observedMap(
    Array.from({ length: 12 }, (_, team) => team).flatMap((team) => [
      observed(ou(`Team ${String(team + 1).padStart(2, "0")}`), `ou-ab12-${String(team).padStart(8, "0")}`, "watched"),
      ...Array.from({ length: 30 }, (_, index) => {
        const item = account(`team-${String(team + 1).padStart(2, "0")}-${String(index + 1).padStart(3, "0")}`, `Team ${String(team + 1).padStart(2, "0")}`);
        return observed(item, accountId(team * 100 + index), "watched");
      }),
    ]),
  ),
};

export const declared = new Map(DECLARED.map((item) => [item.address, item]));
