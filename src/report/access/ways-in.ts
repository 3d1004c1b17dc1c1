import type { AccessAccount, Containment, WayIn, WayState } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { hang, wrap } from "../layout.ts";
import type { Mark, Style } from "../style.ts";
import { count } from "../words.ts";

const WORDS: Readonly<Record<WayState, string>> = {
  open: "open",
  powerless: "can be entered, and then nothing can be done",
  closed: "closed",
  unknown: "not known",
};

/** Ways told one by one; the rest is counted. */
const MOST = 20;

/** What others still reach in the contained account: by SCP alone, and with an RCP besides. */
export function waysInLines({ waysIn, rcps }: Extract<Containment, { possible: true }>, account: AccessAccount, style: Style): string[] {
  const key = clean(style, account.key);
  const linked = wrap(`Roles linked to services go on in ${key}: no control policy binds them.`, style.width);
  if (waysIn.length === 0) return [...wrap(`No known way leads into ${key} from elsewhere that the SCP would leave open.`, style.width), ...linked];
  const rcp = rcps ? "an RCP on the account, which denies everything but to the management account, to roles that guardrails let through and to services, closes what is marked so" : "RCPs are not enabled; one could close roles, and resources of the services that RCPs reach";
  return [
    ...wrap(`Ways into ${key} from elsewhere, which the SCP does not bind; ${rcp}:`, style.width),
    ...waysIn.slice(0, MOST).flatMap((way) => wayLine(way, style)),
    ...(waysIn.length <= MOST ? [] : hang("  ", `${count(waysIn.length - MOST, "more way")}; --format json has all.`, style)),
    ...linked,
  ];
}

function wayLine({ by, from, outside, afterScp, afterRcp }: WayIn, style: Style): string[] {
  const closes = afterRcp === undefined || afterRcp === afterScp ? "" : `; with the RCP ${WORDS[afterRcp]}`;
  const mark: Mark | undefined = (afterRcp ?? afterScp) !== "open" ? (afterScp === "open" ? "warning" : undefined) : outside ? "danger" : "warning";
  return hang("  ", clean(style, `${by}, from ${from}: ${WORDS[afterScp]}${closes}`), style, mark);
}
