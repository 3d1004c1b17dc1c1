import { enveloped } from "../json.ts";
import { assumptionTexts, behindText, type TriedScreen } from "./tried.ts";

/** The answer as `landfall.try/1`; policies are named by their ARNs, with the names beside them. */
export function tryJson(screen: TriedScreen, tool: string): string {
  const { explanation, account, principal, action, resource, region, message, policyNames, service, where, isEmulated } = screen;
  const { decision, ...rest } = explanation;
  const facts = { account, principal, action, resource, region, outcome: decision.outcome, missingKeys: decision.missingKeys, explanation: rest, policyNames, service, isEmulated, where };
  return enveloped({ format: "landfall.try/1", tool }, { ...facts, ...(message === undefined ? {} : { message }), assumptions: assumptionTexts(screen), behind: behindText(screen) });
}
