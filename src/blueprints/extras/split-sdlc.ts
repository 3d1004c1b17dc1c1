import type { Extra } from "../blueprint.ts";
import { type OuDraft, ouAt, withOu } from "../draft.ts";
import { withOuReplaced } from "../draft-access.ts";
import { DATA_GUARDRAILS } from "../foundations.ts";

const EARLY = "dev";

/**
 * Where the stages need different policies. It comes last, so that it divides the accounts of the other extras too.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "Prod and SDLC".
 */
export const splitSdlc: Extra = {
  name: "split-sdlc",
  summary: "Dev and PreProd instead of SDLC in Workloads",
  rows: [13],
  fits: ["starter", "full"],
  amend: (draft) => {
    const { accounts: all = {}, guardrails = [] } = ouAt(draft, "Workloads/SDLC") ?? {};
    const accounts = Object.entries(all);
    const those = (early: boolean): OuDraft["accounts"] => Object.fromEntries(accounts.filter(([, { stage }]) => (stage === EARLY) === early));
    const named = withOuReplaced(draft, "Workloads/SDLC", ["Workloads/Dev", "Workloads/PreProd"]);
    return withOu(named, "Workloads", (ou) => {
      const { SDLC: _, ...others } = ou.ous ?? {};
      const Dev: OuDraft = { description: "Where people try things out", guardrails, accounts: those(true) };
      const PreProd: OuDraft = {
        description: "As production will be, for those who look at it first",
        guardrails: [...guardrails, ...DATA_GUARDRAILS],
        accounts: those(false),
      };
      return { ...ou, ous: { Dev, PreProd, ...others } };
    });
  },
};
