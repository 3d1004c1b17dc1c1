import type { PlacedAccount } from "../organization/index.ts";
import { laneOf, plainOu } from "./stages.ts";

/** Whether an account's key, name or purpose says a word. A word that could mean two things is no proof and is not looked for. */
const says = (word: RegExp) => ({ key, account }: PlacedAccount): boolean => [key, account.name, account.purpose].some((text) => word.test(text ?? ""));

/** Control Tower's "Audit" holds security tooling, other people's holds logs: neither is guessed. */
export const isLogArchive = says(/log[-_ ]?archive/i);
export const isSecurityTooling = says(/security[-_ ]?tool/i);
export const isSecurityReadOnly = says(/read[-_ ]?only/i);
export const isBreakGlass = says(/break[-_ ]?glass/i);

export const isActive = ({ account }: PlacedAccount): boolean => (account.state ?? "active") === "active";

/** Whether an account is where things are tried first: by its stage, or because it stands in PolicyStaging. */
export const isTrial = ({ account, parent }: PlacedAccount): boolean =>
  laneOf(account.stage ?? "") === "non-production" || plainOu(parent) === "policystaging";
