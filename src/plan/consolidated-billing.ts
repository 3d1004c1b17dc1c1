import { figure, type Diagnostic } from "../diagnostics/index.ts";
import type { AllFeaturesRequest, Observation } from "../inventory/index.ts";
import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../limits/index.ts";

/**
 * What is left to do where AWS offers no policies: an organization that shares a bill only has to get all features
 * first, which takes the consent of other people and cannot be taken back.
 * Source: Organizations User Guide, "Enabling all features in your organization".
 */
export function consolidatedBilling({ items, allFeatures }: Observation): Diagnostic[] {
  const organization = items.get("organization");
  if (organization?.item.kind !== "organization" || organization.item.featureSet === "ALL") return [];
  const accounts = [...items.values()].filter(({ item }) => item.kind === "account").length;
  const summary = "The organization has consolidated billing only: AWS offers it no policies.";
  const base = { code: "LF4002", severity: "error" } as const;
  if (allFeatures !== undefined) return [{ ...base, summary: `${summary} It is on its way to all features.`, ...stepOf(allFeatures) }];
  if (accounts >= QUOTAS.allFeaturesAccounts) {
    return [{ ...base, summary, detail: `It has ${figure(accounts)} accounts.`, fix: `Ask AWS Support to enable all features: from ${figure(QUOTAS.allFeaturesAccounts)} accounts on, AWS does it with you.` }];
  }
  return [{ ...base, summary, detail: DETAIL, fix: "Ask for all features, then plan again to see who has to agree:\n\n  aws organizations enable-all-features" }];
}

const DETAIL = `Every account that was invited must agree within ${QUOTAS.allFeaturesDays} days; those created in the organization are not asked. Until then nobody can be invited, and it cannot be taken back.`;

/** Who has to do what next. */
function stepOf({ handshakeId, expiresAt, unanswered }: AllFeaturesRequest): Pick<Diagnostic, "detail" | "fix"> {
  const detail = `The request ends on ${new Date(expiresAt).toISOString().slice(0, 10)}.`;
  if (unanswered.length === 0) return { detail: `Everybody has agreed. ${detail}`, fix: `Complete it; this cannot be taken back:\n\n  aws organizations accept-handshake --handshake-id ${handshakeId}` };
  const named = unanswered.slice(0, NAMED).join(", ") + (unanswered.length > NAMED ? ` and ${unanswered.length - NAMED} more` : "");
  return {
    detail: `Not yet agreed: ${named}. ${detail}`,
    fix: "In each of these accounts:\n\n  aws organizations list-handshakes-for-account --filter ActionType=APPROVE_ALL_FEATURES\n  aws organizations accept-handshake --handshake-id ID",
  };
}

const NAMED = 10;
