import type { Extra } from "../blueprint.ts";
import { withAccounts } from "../draft.ts";
import { AROUND, securityAdministrator } from "../foundations.ts";

/** Source: AWS Security Reference Architecture, "Security Tooling account". */
export const securityTooling: Extra = {
  name: "security-tooling",
  summary: "security services outside the management account",
  rows: [97],
  fits: ["five-account"],
  amend: (draft) => ({
    ...withAccounts(draft, "Security", {
      "security-tooling": { purpose: "Findings and detection for all accounts", stage: "prod", owner: "security" },
    }),
    managementNote: "The hub: organization and sign-in. No policy binds it, so nothing else runs in it.",
    delegationNote: AROUND.delegationNote,
    delegatedAdministrators: { "config.amazonaws.com": ["security-tooling"], ...securityAdministrator("security-tooling") },
  }),
};
