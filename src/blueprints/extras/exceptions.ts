import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";
import { EXCEPTIONS_OU } from "../foundations.ts";

/**
 * An account of the same organization, because a second organization is costly to bring back.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: Exceptions".
 */
export const exceptions: Extra = {
  name: "exceptions",
  summary: "a top-secret project, with a policy of its own",
  rows: [40, 41],
  fits: ["starter", "full"],
  amend: (draft, answers) =>
    withOu(draft, "Exceptions", (ou) => ({
      ...EXCEPTIONS_OU,
      ...ou,
      closing: [],
      accountsNote: "The only OU where a policy belongs on the account itself. Say why, who agreed and until when.",
      accounts: {
        ...ou.accounts,
        "top-secret": {
          purpose: "A project nobody else may see",
          stage: "prod",
          owner: "research",
          guardrails: ["keep-inside"],
          tags: { "exception-reason": "top secret", "exception-by": "security", "exception-until": answers.exceptionsUntil ?? "2027-12-31" },
        },
      },
    })),
};
