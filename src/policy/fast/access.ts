import type { Ungrantable } from "../data/ungrantable.ts";
import type { Principal, Request } from "../request/request.ts";
import type { ActionFacts } from "./action-facts.ts";
import { accountOf } from "./reach.ts";
import { both, either, NO, type Truth } from "./truth.ts";

/**
 * Whose policies must grant. `same`: either side of one account is enough. `mandatory`: one account, but the resource's
 * policy must allow. `across`: two accounts, both sides. `caller`: two accounts, the caller's side alone. `resource`: the
 * caller has no policies of its own. `none`: not possible at all.
 */
export type Situation = "same" | "mandatory" | "across" | "caller" | "resource" | "none";

/** Source: IAM User Guide, "Policy evaluation logic" and "Cross-account policy evaluation logic". */
export function situationOf(facts: ActionFacts, request: Request, resourceAccount: string | undefined): Situation {
  const account = accountOf(request.principal);
  const isSame = account !== undefined && account === resourceAccount;
  const { mandatory, ungrantable } = facts;
  if (ungrantable !== undefined && account !== undefined && isRefused(ungrantable, request.principal.type, isSame)) return "none";
  if (isSame) return mandatory !== undefined && request.resource?.includes(mandatory.resourceHas) === true ? "mandatory" : "same";
  if (account !== undefined && facts.crossAccount) return "caller";
  if (request.awsManagedKey === true) return "none";
  return account === undefined ? "resource" : "across";
}

const isRefused = (ungrantable: readonly Ungrantable[], type: Principal["type"], isSame: boolean): boolean =>
  ungrantable.some(({ caller }) => (caller === "other-account" ? !isSame : caller === type));

/** What the policies of caller and resource allow. */
export interface Grants {
  identity: Truth;
  boundary: Truth;
  session: Truth;
  /** By a resource policy that names the caller itself, or everyone. */
  direct: Truth;
  /** By one that names the role, or the user behind a federated session: boundary and session policies limit it. */
  role: Truth;
  /** By one that names the account, which leaves it to identity policies. */
  account: Truth;
}

/** The table of "Resource-based policies and implicit denies in other policy types". */
export function access(situation: Situation, { identity, boundary, session, direct, role, account }: Grants): Truth {
  const ceiling = both(boundary, session);
  const own = both(identity, ceiling);
  switch (situation) {
    case "same":
      return either(direct, either(both(role, ceiling), own));
    case "mandatory":
      return either(direct, either(both(role, ceiling), both(account, own)));
    case "across":
      return both(own, either(direct, either(role, account)));
    case "caller":
      return own;
    case "resource":
      return either(direct, either(role, account));
    case "none":
      return NO;
  }
}
