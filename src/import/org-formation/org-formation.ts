import path from "node:path";
import { checkSums } from "../check-sums.ts";
import { finishDraft } from "../draft.ts";
import type { Imported, Importer } from "../importer.ts";
import { slugOf } from "../names.ts";
import { Tally } from "../tally.ts";
import { readAccounts } from "./accounts.ts";
import { attachPolicies } from "./attachments.ts";
import { readOrganizationalUnits } from "./organizational-units.ts";
import { readPolicies } from "./policies.ts";
import { readSettings } from "./setting-fates.ts";
import { ofType, propertyOf, readTemplate, type Template, templateIn } from "./template.ts";

/** org-formation states no home Region; its own examples use this one for what has none. */
const HOME_REGION = "us-east-1";

/** The tag by which org-formation's examples give an account a budget. */
const BUDGET_TAG = "budget-alarm-threshold";

/**
 * Turns the section `Organization` of an org-formation template into an organization. `source` is the file, or the folder
 * with its `organization.yml`. Source: org-formation, docs/organization-resources.md.
 * Throws a LandfallError: LF6001 to LF6005 for what cannot be read, LF6006 when the sums are off.
 */
export async function importOrgFormation(source: string, shown = source): Promise<Imported> {
  const template = readTemplate(source, shown);
  const tally = new Tally();
  const ous = readOrganizationalUnits(template, tally);
  const accounts = readAccounts(template, ous, tally);
  const policies = readPolicies(template, tally);
  attachPolicies(template, policies, { ous, accounts }, tally);
  readSettings(template, tally);
  tally.assumeHome(`org-formation states no home Region; ${HOME_REGION} is assumed. Correct \`homeRegion\` and \`regions\`, or name them with --home-region and --region.`, template.organization.place);
  noteBudgets(template, tally);
  const imported: Imported = {
    organization: finishDraft({
      name: nameOf(source),
      homeRegion: HOME_REGION,
      regions: [HOME_REGION],
      ...(accounts.accountEmail === undefined ? {} : { accountEmail: accounts.accountEmail }),
      ...(accounts.management === undefined ? {} : { managementAccount: accounts.management }),
      policies: policies.policies,
      root: ous.root,
    }),
    files: policies.files,
    notCarried: tally.notCarried,
    counts: tally.counts(),
    notes: tally.notes,
  };
  checkSums(imported);
  return imported;
}

/** To AWS it is a tag like any other; org-formation's templates make a budget of it. */
function noteBudgets(template: Template, tally: Tally): void {
  const tagged = ["MasterAccount" as const, "Account" as const].flatMap((type) => ofType(template, type)).filter((resource) => {
    const tags = propertyOf(resource, "Tags");
    return tags?.kind === "map" && tags.entries.has(BUDGET_TAG);
  });
  if (tagged.length === 0) return;
  tally.note(`The tag ${BUDGET_TAG} was carried as a tag of ${tagged.map(({ logical }) => logical).join(", ")}. It makes no budget by itself: a template of org-formation does.`, template.organization.place);
}

/** The name of the folder that the template lies in. */
function nameOf(source: string): string {
  const folder = templateIn(source) === source ? path.dirname(source) : source;
  const name = slugOf(path.basename(path.resolve(folder)));
  return name === "unnamed" ? "organization" : name;
}

export const orgFormation: Importer = {
  name: "org-formation",
  title: "org-formation",
  detect: async (source) => templateIn(source) !== undefined,
  import: importOrgFormation,
};
