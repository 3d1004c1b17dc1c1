import path from "node:path";
import { startOf } from "../places.ts";
import { isRegion } from "../regions.ts";
import { type Fates, type KeyFate, settleKeys } from "../settle-keys.ts";
import type { Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { BOOTSTRAP, type Repository } from "./repository.ts";

const UNKNOWN: KeyFate = { why: "neither ADF's documentation nor landfall knows this key" };
const PIPELINES: KeyFate = { why: "it concerns ADF's own pipelines, which landfall does not take over" };
const ROLE: KeyFate = { why: "landfall uses a role of its own in member accounts" };
const INSIDE: KeyFate = { why: "it concerns the inside of the account, which the organization file does not hold" };

const TOP: Fates = { regions: "read", config: "read", roles: ROLE, extensions: PIPELINES, "*": UNKNOWN };
const REGIONS: Fates = { "deployment-account": "read", targets: "read", "*": UNKNOWN };
const CONFIG: Fates = {
  scp: "read",
  "main-notification-endpoint": PIPELINES,
  "deployment-maps": PIPELINES,
  scm: PIPELINES,
  moves: { why: "landfall moves accounts, and leaves what is inside them" },
  protected: { why: "landfall has no templates of ADF to keep away from an OU", each: true },
  org: { why: "ADF keeps it in an SSM parameter for its pipelines" },
  "*": UNKNOWN,
};
const SCP: Fates = { "keep-default-scp": { why: "", holds: () => true }, "*": UNKNOWN };
const ACCOUNT: Fates = {
  account_full_name: "read",
  organizational_unit_path: "read",
  email: "read",
  tags: "read",
  alias: { why: "landfall does not set the alias in an account's sign-in address" },
  allow_billing: { why: "whether members see their bills is an account's setting at its creation, and AWS does not show it afterward" },
  delete_default_vpc: INSIDE,
  support_level: { why: "AWS has no call that changes an account's support plan" },
  "*": UNKNOWN,
};
const MAP_KEYS: Fates = { pipelines: { ...PIPELINES, each: true }, "*": PIPELINES };

/** Counts and lists everything that is no account, policy or attachment. */
export function readSettings({ config, accounts, maps }: Repository, items: readonly YamlNode[], tally: Tally): void {
  settleKeys(config, "", TOP, tally);
  settleKeys(memberOf(config, "regions"), "regions", REGIONS, tally);
  settleKeys(memberOf(config, "config"), "config", CONFIG, tally);
  settleKeys(memberOf(memberOf(config, "config"), "scp"), "config: scp", SCP, tally);
  for (const file of accounts) settleKeys(file, path.basename(file.place.file), { accounts: "read", "*": UNKNOWN }, tally);
  for (const item of items) settleKeys(item, textOf(item, "account_full_name") ?? "account", ACCOUNT, tally);
  for (const map of maps) settleKeys(map, path.basename(map.place.file), MAP_KEYS, tally);
}

/** ADF deploys what lies beside its policies. */
export function readOtherFiles({ bootstrap, folder, links }: Repository, tally: Tally): void {
  for (const link of links) tally.find("file", link, startOf(folder.shown(link))).leave("it is a symbolic link, which is not followed", "Put what it leads to in its place.");
  for (const file of bootstrap) {
    const name = path.posix.basename(file);
    if (name === "scp.json" || name === "tagging-policy.json") continue;
    const reading = folder.read(`${BOOTSTRAP}${file}`);
    const why = name.startsWith("example-") ? "it is an example, which ADF itself passes over" : "landfall does not take over templates that ADF deploys into accounts, nor their parameters";
    tally.find("file", file, startOf(reading.file, reading.ok ? reading.text : "")).leave(why);
  }
}

/** Where nothing names a home Region, the one in which ADF keeps its own repository. */
const DEFAULT_HOME_REGION = "us-east-1";

/** The Region of the deployment account and those that ADF deploys to. */
export function readRegions({ config }: Repository, tally: Tally): { readonly homeRegion: string; readonly regions: readonly string[] } {
  const stated = memberOf(config, "regions");
  const [homeRegion] = regionsOf(stated, "deployment-account", tally);
  if (homeRegion === undefined) tally.assumeHome(`Nothing names the Region of the deployment account; ${DEFAULT_HOME_REGION} is assumed as the home Region.`);
  const home = homeRegion ?? DEFAULT_HOME_REGION;
  return { homeRegion: home, regions: [...new Set([home, ...regionsOf(stated, "targets", tally)])] };
}

function regionsOf(node: YamlNode | undefined, key: string, tally: Tally): string[] {
  const member = memberOf(node, key);
  if (member === undefined) return [];
  const finding = tally.find("setting", `regions: ${key}`, member.place);
  const texts = (member.kind === "list" ? member.items : [member]).map((item) => (item.kind === "scalar" ? item.text : ""));
  const wrong = texts.find((text) => !isRegion(text));
  if (wrong === undefined) finding.carry();
  else finding.leave(`\`${wrong}\` is no Region`, "Correct `homeRegion` and `regions` in the organization file.");
  return texts.filter(isRegion);
}
