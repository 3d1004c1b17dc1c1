import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";

/** Source: "Organizing Your AWS Environment Using Multiple Accounts", "Transitional OU". */
export const transitional: Extra = {
  name: "transitional",
  summary: "an OU for accounts that arrive or leave",
  rows: [49],
  fits: ["full"],
  amend: (draft) =>
    withOu(draft, "Transitional", () => ({ description: "Accounts from elsewhere, until they fit one of the OUs above, and those that leave" })),
};
