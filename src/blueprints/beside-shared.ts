import { type Accounts, type Draft, ouAt, withAccounts, withOu } from "./draft.ts";
import { PRODUCTION_GUARDRAILS } from "./foundations.ts";

/** Work that leaves the shared account for two accounts, one of which production alone relies on. */
export interface Split {
  /** The part of the shared account's purpose that goes. */
  readonly work: string;
  readonly nonProd: Accounts;
  readonly prod: Accounts;
}

/** Takes work out of the account `shared` of the blueprint `team`. */
export function besideShared(draft: Draft, { work, nonProd, prod }: Split): Draft {
  const shared = ouAt(draft, "Infrastructure")?.accounts?.["shared"];
  const left = (shared?.purpose ?? "").split(", ").filter((part) => part.toLowerCase() !== work);
  const purpose = left.join(", ").replace(/^./, (letter) => letter.toUpperCase());
  const lighter = withAccounts(draft, "Infrastructure", { shared: { ...shared, purpose } });
  const beside = withAccounts(lighter, "Infrastructure/NonProd", nonProd);
  return withAccounts(withOu(beside, "Infrastructure/Prod", (ou) => ({ guardrails: PRODUCTION_GUARDRAILS, ...ou })), "Infrastructure/Prod", prod);
}
