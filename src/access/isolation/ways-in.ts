import type { AccessOutcome } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { containedBy, isEnded, sealed } from "./containment.ts";
import { grantsInto } from "./grants.ts";
import type { Grant, WayIn, WayState } from "./model.ts";
import type { Around } from "./organization-grants.ts";
import type { PolicyStatement } from "../../policy/index.ts";

/** What of the ways into an account stays after an SCP, and after an RCP besides. Those that were closed before are left out. */
export function waysIn(model: AccessModel, account: AccessAccount, around: Around, { statement, exemptRoles }: { readonly statement: PolicyStatement; readonly exemptRoles: readonly string[] }): WayIn[] {
  const scp = containedBy(model, account, statement);
  const rcp = account.chain.rcps === undefined ? undefined : sealed(scp, account, exemptRoles);
  const after = (contained: AccessModel): Map<string, Grant> => new Map(grantsInto(contained, account.address, around).map((grant) => [keyOf(grant), grant]));
  const [withScp, withRcp] = [after(scp), rcp && after(rcp)];
  return grantsInto(model, account.address, around).flatMap((grant): WayIn[] => {
    const { kind, by, from, sources } = grant;
    if ((kind !== "trust" && kind !== "resource") || outcomeOf(grant) === "denied") return [];
    const state = (contained: AccessModel, now: Grant | undefined): WayState => {
      const outcome = now === undefined ? "unknown" : outcomeOf(now);
      if (outcome !== "allowed") return outcome === "denied" ? "closed" : "unknown";
      return kind === "trust" && isEnded(model, contained, { word: by, account }) ? "powerless" : "open";
    };
    return [{ kind, by, from, outside: sources === "outside", afterScp: state(scp, withScp.get(keyOf(grant))), ...(rcp === undefined ? {} : { afterRcp: state(rcp, withRcp?.get(keyOf(grant))) }) }];
  });
}

const keyOf = ({ kind, by, from }: Grant): string => `${kind} ${by} ${from}`;

/** Where nobody knows whom the role trusts, nothing was decided. */
const outcomeOf = ({ decided }: Grant): AccessOutcome => decided[0]?.outcome ?? "unknown";
