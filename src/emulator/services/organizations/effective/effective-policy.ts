import type { AttachedManagementPolicy, EffectiveNode, EffectivePolicyProblem } from "../../../../policy/index.ts";
import { checkEffectivePolicy, managementPolicyType, mergeManagementPolicies, parseManagementPolicy } from "../../../../policy/index.ts";
import { attachedTo } from "../attached.ts";
import { knownAccount } from "../known-accounts.ts";
import { lineage } from "../nodes.ts";
import type { OrganizationCall } from "../operation.ts";
import type { AccountRecord } from "../state.ts";
import { policiesTable } from "../state.ts";

export interface EffectivePolicy {
  readonly merged: EffectiveNode;
  readonly problems: readonly EffectivePolicyProblem[];
}

/** The policies of the levels above an account, from the root down, and what tells them from others. */
interface Inherited {
  readonly levels: readonly (readonly string[])[];
  readonly key: string;
}

/**
 * Effective policies of one type, as one call sees them. Accounts that inherit and have the same policies share one,
 * so that asking about every account of a large organization merges few.
 */
export class EffectivePolicies {
  readonly #call: OrganizationCall;
  readonly #type: string;
  readonly #inherited = new Map<string, Inherited>();
  readonly #made = new Map<string, EffectivePolicy>();
  readonly #parsed = new Map<string, AttachedManagementPolicy>();

  constructor(call: OrganizationCall, type: string) {
    this.#call = call;
    this.#type = type;
  }

  /** Undefined for an account that neither inherits nor has a policy of the type. */
  of({ id, parentId }: Pick<AccountRecord, "id" | "parentId">): EffectivePolicy | undefined {
    const { world, organization } = this.#call;
    const inherited = this.#inheritedBelow(parentId);
    const own = attachedTo(world, organization, id, this.#type);
    if (own.length === 0 && inherited.levels.every((ids) => ids.length === 0)) return undefined;
    const key = `${inherited.key}/${own.join(" ")}`;
    let effective = this.#made.get(key);
    if (effective === undefined) this.#made.set(key, (effective = this.#merge([...inherited.levels, own])));
    return effective;
  }

  /** What everything under a root or OU inherits. */
  #inheritedBelow(parentId: string): Inherited {
    let inherited = this.#inherited.get(parentId);
    if (inherited === undefined) {
      const { world, organization } = this.#call;
      const levels = lineage(world, organization, parentId).map((id) => attachedTo(world, organization, id, this.#type));
      this.#inherited.set(parentId, (inherited = { levels, key: levels.map((ids) => ids.join(" ")).join("/") }));
    }
    return inherited;
  }

  #merge(levels: readonly (readonly string[])[]): EffectivePolicy {
    const merged = mergeManagementPolicies(levels.map((ids) => ids.flatMap((id) => this.#read(id) ?? [])));
    const type = managementPolicyType(this.#type);
    return { merged, problems: type === undefined ? [] : checkEffectivePolicy(merged, type) };
  }

  #read(id: string): AttachedManagementPolicy | undefined {
    const known = this.#parsed.get(id);
    if (known !== undefined) return known;
    const { policy } = parseManagementPolicy(policiesTable(this.#call.world).get(id)?.content ?? "");
    if (policy === undefined) return undefined;
    const attached = { id, policy };
    this.#parsed.set(id, attached);
    return attached;
  }
}

/**
 * When an account's effective policy was last made.
 * Unconfirmed: what makes AWS give it a new time. Here it is any change to the policies of the type, and joining.
 */
export const madeAt = ({ world, organization }: OrganizationCall, account: AccountRecord, type: string): Date =>
  new Date(Math.max(organization.policyChanges?.[type] ?? 0, account.joinedAt, knownAccount(world, account.id).createdAt));
