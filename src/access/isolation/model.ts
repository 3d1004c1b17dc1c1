import type { AccessOutcome } from "../decide.ts";
import type { AccessAccount, RoleUse } from "../model.ts";
import type { AccessPrincipal } from "../principal.ts";

/** By what one account's people or programs come into another. */
export type GrantKind = "trust" | "resource" | "stacksets" | "assignment" | "delegated-administrator" | "delegation-policy";

/** Where those come from who are let in: accounts, any account of the organization, outside of it; or people, who are in no account. */
export type GrantSources = readonly AccessAccount[] | "organization" | "outside" | "people";

/** One way across the boundary between accounts. */
export interface Grant {
  readonly kind: GrantKind;
  /** Who is let in, in words: `management`, `role/ci in build`, `group platform`, `account 123456789012, outside`. */
  readonly from: string;
  readonly sources: GrantSources;
  /** What lets them in: `role/deploy`, `permission-set/Admin`, `guardduty.amazonaws.com`, the ARN of a resource. */
  readonly by: string;
  /** The accounts that are entered; the organization where it is all of them at once. */
  readonly to: readonly AccessAccount[] | "organization";
  /** Absent where nobody has said it and nothing tells it. */
  readonly purpose?: string;
  /** What to know about it, such as that it is only expected to be there. */
  readonly note?: string;
  /** What the policy of a resource lets them do, as it is written there. */
  readonly may?: readonly string[];
  /** Of these, the actions that work, or of which it is not known. */
  readonly actions?: readonly string[];
  /** Of roles: when somebody last used them, where IAM has told it. */
  readonly uses?: readonly GrantUse[];
  /**
   * Whether SCPs, RCPs and the trust let it work, for callers whose own policies allow everything, account by account.
   * Empty where no policy of these decides it, such as an assignment.
   */
  readonly decided: readonly GrantDecision[];
}

export interface GrantUse extends RoleUse {
  readonly account: AccessAccount;
}

export interface GrantDecision {
  readonly account: AccessAccount;
  readonly outcome: AccessOutcome;
  /** Condition keys that it hangs on. */
  readonly missingKeys: readonly string[];
}

/** How one becomes a role: its trust lets him in, or he may change the trust first. */
export type HopWay = "assumes" | "rewrites-trust";

/** A role that somebody becomes, and from where. */
export interface Hop {
  readonly account: AccessAccount;
  /** `role/deploy` */
  readonly word: string;
  readonly principal: AccessPrincipal;
  readonly way: HopWay;
  /** The hop before; absent where it begins at who is compromised. */
  readonly from?: Hop;
  /** From 1. */
  readonly depth: number;
  /** False where a policy or a condition key that is not known decides this hop or one before it. */
  readonly certain: boolean;
  /** What this hop hangs on where it is not certain: keys, or `policies`. */
  readonly hangsOn: readonly string[];
}

export interface Reach {
  readonly hops: readonly Hop[];
  /** False where more would have had to be asked than is allowed for one question. */
  readonly isWhole: boolean;
}

/** A resource that somebody reaches of whom it is known that he is, or may be, compromised. */
export interface ResourceReach {
  readonly resource: string;
  readonly account: AccessAccount;
  /** As who: a word and its account, such as `role/deploy in shop-prod`. */
  readonly as: string;
  readonly actions: readonly string[];
  readonly certain: boolean;
  /** Condition keys, or policies, that it hangs on. */
  readonly hangsOn: readonly string[];
}

/** With the known resources that are reached, by whoever is nearest. */
export interface WholeReach extends Reach {
  readonly resources: readonly ResourceReach[];
}

/** What a compromised principal reaches, as things are and after its account is contained. */
export interface BlastRadius {
  readonly principal: AccessPrincipal;
  readonly account: AccessAccount;
  readonly before: WholeReach;
  readonly containment: Containment;
}

export type Containment =
  | { readonly possible: false; readonly why: "management" | "scps-off" }
  | {
      readonly possible: true;
      /** Whom the SCP denies everything: the one role, or everybody in the account but those that guardrails let through. */
      readonly denies: "principal" | "account";
      /** What can still be opened anew. */
      readonly after: WholeReach;
      /** Sessions that may be open from before and that the SCP does not deny: they stay until they end. */
      readonly open: readonly Hop[];
      /** Known resources that these sessions reach. */
      readonly openResources: readonly ResourceReach[];
      /** What others still reach in the contained account: SCPs bind only who is in it. */
      readonly waysIn: readonly WayIn[];
      /** Whether RCPs are enabled, so that one could close the account's resources. */
      readonly rcps: boolean;
    };

/** How a way into a contained account is: open as before, open into a role that may do nothing any more, closed, or not known. */
export type WayState = "open" | "powerless" | "closed" | "unknown";

/** A way from another account, or from outside, into the contained one. Its own SCPs do not bind who comes from there. */
export interface WayIn {
  readonly kind: "trust" | "resource";
  readonly by: string;
  readonly from: string;
  /** Whether who comes in is of another organization, or of none. */
  readonly outside: boolean;
  readonly afterScp: WayState;
  /** With an RCP besides; absent where RCPs are not enabled. */
  readonly afterRcp?: WayState;
}
