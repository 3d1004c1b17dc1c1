import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, LandfallError } from "../../diagnostics/index.ts";
import { checkSums } from "../check-sums.ts";
import { finishDraft } from "../draft.ts";
import type { Imported, Importer } from "../importer.ts";
import { slugOf } from "../names.ts";
import { Tally } from "../tally.ts";
import { memberOf, textOf } from "../yaml-node.ts";
import { readAccounts } from "./accounts.ts";
import { attachPolicies } from "./attachments.ts";
import { readBudgets } from "./budgets.ts";
import { fileOf, otherFile, readConfiguration } from "./configuration.ts";
import { readDelegations } from "./delegations.ts";
import { readOrganizationalUnits } from "./organizational-units.ts";
import { readPeople } from "./people.ts";
import { placeholderValues } from "./placeholders.ts";
import { readPolicies } from "./policies.ts";
import { readRegions } from "./regions.ts";
import { readSettings } from "./settings.ts";
import { statedIds } from "./stated-ids.ts";

/**
 * Turns a Landing Zone Accelerator configuration into an organization.
 * Throws a LandfallError: LF6001 to LF6005 for what cannot be read, LF6006 when the sums are off.
 */
export async function importLza(dir: string, shown = dir): Promise<Imported> {
  const configuration = readConfiguration(dir, shown);
  const { folder, organization, global, replacements } = configuration;
  const tally = new Tally();
  const problems: Diagnostic[] = [];
  const regions = readRegions(configuration, tally);
  const ous = readOrganizationalUnits(organization, tally, problems);
  const accounts = readAccounts(configuration.accounts, { ous, partition: regions.partition }, tally, problems);
  const placeholders = placeholderValues({
    regions,
    replacements,
    managementAccountAccessRole: textOf(global, "managementAccountAccessRole"),
    acceleratorName: textOf(memberOf(global, "externalLandingZoneResources"), "acceleratorName"),
  });
  const ids = statedIds(organization, configuration.accounts);
  const sources = { folder, replacements, placeholders, ids };
  const policies = readPolicies(organization, sources, tally, problems);
  attachPolicies(policies.found, { ous, accounts }, tally, problems);
  const [security, network, iam] = (["security", "network", "iam"] as const).map((stem) => otherFile(configuration, stem));
  const delegatedAdministrators = readDelegations(organization, { ...regions, global, security, network, iam }, accounts, tally);
  const people = readPeople(iam, { targets: { ous, accounts }, documents: sources, partition: regions.partition }, tally, problems);
  const budgets = readBudgets(global, { ous, accounts }, tally, problems);
  readSettings(configuration, policies.found, tally);
  if (problems.length > 0) throw new LandfallError(problems);
  const imported: Imported = {
    organization: finishDraft({
      name: nameOf(dir),
      homeRegion: regions.homeRegion,
      regions: regions.regions,
      ...(accounts.accountEmail === undefined ? {} : { accountEmail: accounts.accountEmail }),
      delegatedAdministrators,
      ...(accounts.hasManagement ? { managementAccount: {} } : {}),
      policies: policies.policies,
      root: ous.root,
      ...people.declared,
      budgets,
    }),
    files: [...policies.files, ...people.files],
    notCarried: tally.notCarried,
    counts: tally.counts(),
    notes: tally.notes,
  };
  checkSums(imported);
  return imported;
}

/** Folder names that LZA's own repositories use, which name no organization. */
const GENERIC = new Set(["config", "configuration", "aws-accelerator-config", "lza-config"]);

/** The folder's name, or that of the folder around it. */
function nameOf(dir: string): string {
  const parts = path.resolve(dir).split(path.sep).map(slugOf).filter((part) => part !== "unnamed");
  return parts.reverse().find((part) => !GENERIC.has(part)) ?? "organization";
}

export const lza: Importer = {
  name: "lza",
  title: "Landing Zone Accelerator on AWS",
  detect: async (dir) => {
    if (!existsSync(dir)) return false;
    try {
      const names = readdirSync(dir);
      return fileOf(names, "organization") !== undefined && fileOf(names, "accounts") !== undefined;
    } catch {
      return false;
    }
  },
  import: importLza,
};
