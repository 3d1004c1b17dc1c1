import { ACCOUNT_ID, ORGANIZATION_ID } from "../../ids/index.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { itemsOf } from "../shape.ts";

/** LZA's placeholders for the ids of its three mandatory accounts. */
const ACCOUNT_PLACEHOLDERS: Readonly<Record<string, string>> = {
  Management: "MANAGEMENT_ACCOUNT_ID",
  LogArchive: "LOGARCHIVE_ACCOUNT_ID",
  Audit: "AUDIT_ACCOUNT_ID",
};

/**
 * Ids that the configuration states, by placeholder. They belong to the organization that LZA governs: offered as a
 * hint, never filled in, because in another organization a policy with them would spare or strike the wrong accounts.
 */
export function statedIds(organization: YamlNode, accounts: YamlNode): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const item of itemsOf(organization, "organizationalUnitIds", [])) {
    const id = textOf(item, "arn")?.split("/")[1] ?? "";
    if (ORGANIZATION_ID.test(id)) ids.set("ORG_ID", id);
  }
  const byEmail = new Map<string, string>();
  for (const item of itemsOf(accounts, "accountIds", [])) {
    const id = textOf(item, "accountId") ?? "";
    if (ACCOUNT_ID.test(id)) byEmail.set((textOf(item, "email") ?? "").toLowerCase(), id);
  }
  for (const item of ["mandatoryAccounts", "workloadAccounts"].flatMap((list) => itemsOf(accounts, list, []))) {
    const name = textOf(item, "name") ?? "";
    const id = memberOf(item, "email") === undefined ? undefined : byEmail.get((textOf(item, "email") ?? "").toLowerCase());
    if (id === undefined) continue;
    ids.set(`ACCEL_LOOKUP::ACCOUNT_ID:ACCOUNT:${name}`, id);
    const placeholder = ACCOUNT_PLACEHOLDERS[name];
    if (placeholder !== undefined) ids.set(placeholder, id);
  }
  return ids;
}
