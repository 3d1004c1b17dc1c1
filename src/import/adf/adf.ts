import path from "node:path";
import { type Diagnostic, LandfallError } from "../../diagnostics/index.ts";
import { checkSums } from "../check-sums.ts";
import { finishDraft } from "../draft.ts";
import type { Imported, Importer } from "../importer.ts";
import { slugOf } from "../names.ts";
import { Tally } from "../tally.ts";
import { readAccounts } from "./accounts.ts";
import { ouTree } from "./places.ts";
import { readPolicies } from "./policies.ts";
import { readRepository, repositoryIn } from "./repository.ts";
import { readOtherFiles, readRegions, readSettings } from "./settings.ts";

/** Files in a folder of `adf-bootstrap` that say the folder is an OU. */
const OF_AN_OU = new Set(["global.yml", "regional.yml", "scp.json", "tagging-policy.json"]);

/**
 * Turns the bootstrap repository of the AWS Deployment Framework into an organization.
 * Throws a LandfallError: LF6001 to LF6005 for what cannot be read, LF6006 when the sums are off.
 */
export async function importAdf(dir: string, shown = dir): Promise<Imported> {
  const repository = readRepository(dir, shown);
  const tally = new Tally();
  const problems: Diagnostic[] = [];
  const regions = readRegions(repository, tally);
  const ous = ouTree(tally);
  const accounts = readAccounts(repository.accounts, ous, tally, problems);
  if (problems.length > 0) throw new LandfallError(problems);
  for (const file of repository.bootstrap) {
    const at = path.posix.dirname(file);
    if (at !== "." && OF_AN_OU.has(path.posix.basename(file)) && !accounts.byPath.has(at)) ous.at(at);
  }
  const { policies, files } = readPolicies(repository, ous, accounts, tally);
  readSettings(repository, accounts.items, tally);
  readOtherFiles(repository, tally);
  const name = slugOf(path.basename(path.resolve(dir)));
  const imported: Imported = {
    organization: finishDraft({
      name: name === "unnamed" ? "organization" : name,
      ...regions,
      ...(accounts.accountEmail === undefined ? {} : { accountEmail: accounts.accountEmail }),
      policies,
      root: ous.root,
    }),
    files,
    notCarried: tally.notCarried,
    counts: tally.counts(),
    notes: tally.notes,
  };
  checkSums(imported);
  return imported;
}

export const adf: Importer = {
  name: "adf",
  title: "AWS Deployment Framework",
  detect: async (dir) => repositoryIn(dir) !== undefined,
  import: importAdf,
};
