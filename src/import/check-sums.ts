import { LandfallError } from "../diagnostics/index.ts";
import { accountsOf, nodesOf, type Organization } from "../organization/index.ts";
import { IMPORT_KINDS, type Imported, type ImportKind } from "./importer.ts";

/**
 * Throws LF6006 unless everything found was carried or listed, and the organization holds what was carried:
 * an import that loses a thing without a word is a defect of landfall.
 */
export function checkSums(imported: Imported): void {
  const wrong = IMPORT_KINDS.flatMap((kind) => {
    const { found, carried, notCarried, implied } = imported.counts[kind];
    const listed = imported.notCarried.filter((thing) => thing.kind === kind).length;
    const held = heldBy(imported.organization, kind);
    return [
      ...(found === carried + notCarried ? [] : [`${kind}: found ${found}, carried ${carried}, not carried ${notCarried}`]),
      ...(listed === notCarried ? [] : [`${kind}: ${notCarried} not carried, ${listed} in the list`]),
      ...(held === undefined || held === carried + implied ? [] : [`${kind}: carried ${carried} and implied ${implied}, but the organization holds ${held}`]),
    ];
  });
  if (wrong.length === 0) return;
  throw new LandfallError(
    { code: "LF6006", severity: "error", summary: `The sums of the import are off: ${wrong.join("; ")}.`, fix: "Report it with the configuration; nothing was written." },
    "defect",
  );
}

/** How many things of a kind the organization holds; undefined for a kind that it does not count. */
export function heldBy(organization: Organization, kind: ImportKind): number | undefined {
  const nodes = nodesOf(organization);
  const accounts = accountsOf(organization, nodes);
  if (kind === "ou") return nodes.length - 1;
  if (kind === "account") return accounts.length + (organization.managementAccount === undefined ? 0 : 1);
  if (kind === "policy") return Object.keys(organization.policies ?? {}).length;
  if (kind === "delegation") return Object.values(organization.delegatedAdministrators ?? {}).reduce((sum, named) => sum + named.length, 0);
  if (kind === "permission-set") return Object.keys(organization.identityCenter?.permissionSets ?? {}).length;
  if (kind === "assignment") return (organization.identityCenter?.assignments ?? []).reduce((sum, one) => sum + (one.accounts?.length ?? 0) + (one.ous?.length ?? 0), 0);
  if (kind === "role") return Object.keys(organization.roles ?? {}).length;
  if (kind === "budget") return Object.keys(organization.budgets ?? {}).length;
  if (kind !== "attachment") return undefined;
  return [...nodes.map(({ node }) => node), ...accounts.map(({ account }) => account)]
    .reduce((sum, { policies }) => sum + (policies?.length ?? 0), 0);
}
