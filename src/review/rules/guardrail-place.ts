import { guardrailMeant } from "../../guardrails/index.ts";
import { ROOT } from "../../ids/index.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

/** What stops all there is, for accounts that are out of use. */
const STOPPING = new Set(["suspended-deny-all", "quarantine-new-account"]);

export const guardrailPlace: Rule = {
  code: "LF2204",
  name: "guardrail-place",
  severity: "warning",
  source: "Organizing Your AWS Environment Using Multiple Accounts, Transitional OU and Suspended OU",
  rows: [35, 49],
  check: ({ organization, nodes }) =>
    nodes.flatMap(({ address, path, node, ...placed }) =>
      (node.guardrails ?? []).flatMap((name, index) => {
        const meant = guardrailMeant(name, organization)?.name ?? "";
        const at = { address, path: [...path, "guardrails", index] };
        if (meant === "deny-leave-organization" && topOu({ address, path, node, ...placed }) === "transitional") return [{ ...at, summary: `The guardrail "${name}" keeps accounts in Transitional from leaving.` }];
        return address === ROOT && STOPPING.has(meant) ? [{ ...at, summary: `The guardrail "${name}" at the root stops everything in every account.` }] : [];
      }),
    ),
};
