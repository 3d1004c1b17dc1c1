import { isAuthorizationKind } from "../../limits/index.ts";
import { startOf } from "../places.ts";
import { type KeyFate, settleKeys } from "../settle-keys.ts";
import { itemsOf } from "../shape.ts";
import type { Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { MANAGEMENT_NAME } from "./accounts.ts";
import type { LzaConfiguration } from "./configuration.ts";
import { ROOT_NAME } from "./organizational-units.ts";
import type { FoundPolicy } from "./policies.ts";
import type { PolicyList } from "./policy-lists.ts";
import { ACCOUNT_KEYS, ACCOUNTS_KEYS, GLOBAL_KEYS, MANAGEMENT_KEYS, ORGANIZATION_KEYS, OTHER_FILES, OU_KEYS, POLICY_KEYS, SETTINGS_TARGET_KEYS, TARGET_KEYS } from "./setting-fates.ts";

/** Counts and lists everything that is no OU, account, policy or attachment. Wrong shapes are named by those who read them. */
export function readSettings(configuration: LzaConfiguration, policies: readonly FoundPolicy[], tally: Tally): void {
  const { organization, accounts, global, folder, otherFiles } = configuration;
  const settle = (node: YamlNode | undefined, of: string, fates: Readonly<Record<string, KeyFate>>): void => settleKeys(node, of, fates, tally);
  settle(organization, "", ORGANIZATION_KEYS);
  for (const item of itemsOf(organization, "organizationalUnits", [])) settle(item, textOf(item, "name") ?? "OU", OU_KEYS);
  for (const { item, name, list } of policies) {
    settle(item, name, POLICY_KEYS);
    settle(memberOf(item, "deploymentTargets"), name, isAuthorizationKind(list.kind) ? TARGET_KEYS : SETTINGS_TARGET_KEYS);
    const why = strategyRefusal(list, textOf(item, "strategy"));
    if (why !== undefined) tally.find("setting", `${name}: strategy`, memberOf(item, "strategy")?.place ?? item.place).leave(why);
  }
  settle(accounts, "", ACCOUNTS_KEYS);
  for (const list of ["mandatoryAccounts", "workloadAccounts"]) {
    for (const item of itemsOf(accounts, list, [])) settleAccount(item, list, tally, settle);
  }
  settle(global, "", GLOBAL_KEYS);
  for (const { stem, name, trouble } of otherFiles) {
    const reading = folder.read(name);
    const why = OTHER_FILES[stem];
    tally.find("file", name, startOf(reading.file, reading.ok ? reading.text : "")).leave(trouble === undefined ? why : `${why}; it cannot be read: ${trouble}`);
  }
}

/** Why a policy of this kind cannot have its strategy; undefined when it can, or has none. */
function strategyRefusal({ kind, title }: PolicyList, strategy: string | undefined): string | undefined {
  if (strategy === undefined || kind === "scp") return undefined;
  if (!isAuthorizationKind(kind)) return `a ${title} grants and denies nothing`;
  return strategy === "allow-list" ? "a resource control policy cannot allow, and AWS never detaches RCPFullAWSAccess" : undefined;
}

function settleAccount(item: YamlNode, list: string, tally: Tally, settle: (node: YamlNode, of: string, fates: Readonly<Record<string, KeyFate>>) => void): void {
  const name = textOf(item, "name") ?? "account";
  const management = name === MANAGEMENT_NAME && list === "mandatoryAccounts";
  settle(item, name, management ? MANAGEMENT_KEYS : ACCOUNT_KEYS);
  if (!management) return;
  const unit = textOf(item, "organizationalUnit");
  if (unit !== undefined && unit !== ROOT_NAME) {
    tally.find("setting", `${name}: organizationalUnit`, memberOf(item, "organizationalUnit")?.place ?? item.place)
      .leave("landfall leaves the management account where it is");
  }
}
