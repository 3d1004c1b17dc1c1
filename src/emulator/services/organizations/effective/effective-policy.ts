import type { AttachedManagementPolicy, EffectiveNode, EffectivePolicyProblem } from "../../../../policy/index.ts";
import { checkEffectivePolicy, managementPolicyType, mergeManagementPolicies, parseManagementPolicy } from "../../../../policy/index.ts";
import { knownAccount } from "../known-accounts.ts";
import { lineage } from "../nodes.ts";
import type { OrganizationCall } from "../operation.ts";
import type { AccountRecord } from "../state.ts";
import { attachmentsTable, policiesTable } from "../state.ts";

export interface EffectivePolicy {
  readonly merged: EffectiveNode;
  readonly problems: readonly EffectivePolicyProblem[];
}

/** The policies of the levels above an account, from the root down, and what tells them from others. */
interface Levels {
  readonly levels: readonly (readonly string[])[];
  readonly key: string;
}

interface Inherited extends Levels {
  /** That of an account without policies of its own. */
  readonly effective: EffectivePolicy | undefined;
}

/**
 * Effective policies of one type, as one call sees them. Accounts that inherit and have the same policies share one,
 * so that asking about every account of a large organization merges few.
 */
export class EffectivePolicies {
  readonly #call: OrganizationCall;
  readonly #type: string;
  /** AWS attaches none of these types by itself, so that what is written down is all. */
  readonly #attachments: ReturnType<typeof attachmentsTable>;
  readonly #inherited = new Map<string, Inherited>();
  readonly #known = new Map<string, EffectivePolicy>();
  readonly #parsed = new Map<string, AttachedManagementPolicy>();

  constructor(call: OrganizationCall, type: string) {
    this.#call = call;
    this.#type = type;
    this.#attachments = attachmentsTable(call.world);
  }

  /** Undefined for an account that neither inherits nor has a policy of the type. */
  of({ id, parentId }: Pick<AccountRecord, "id" | "parentId">): EffectivePolicy | undefined {
    const inherited = this.#inherited.get(parentId) ?? this.#inheritedBelow(parentId);
    const own = this.#attachments.get(id)?.[this.#type] ?? [];
    return own.length === 0 ? inherited.effective : this.#made(inherited, own);
  }

  /** What everything under a root or OU inherits. */
  #inheritedBelow(parentId: string): Inherited {
    const { world, organization } = this.#call;
    const levels = lineage(world, organization, parentId).map((id) => this.#attachments.get(id)?.[this.#type] ?? []);
    const found = { levels, key: levels.map((ids) => ids.join(" ")).join("/") };
    const inherited = { ...found, effective: levels.every((ids) => ids.length === 0) ? undefined : this.#made(found, []) };
    this.#inherited.set(parentId, inherited);
    return inherited;
  }

  /** The merged policy of all levels, made once for each combination. */
  #made({ levels, key: above }: Levels, own: readonly string[]): EffectivePolicy {
    const key = `${above}/${own.join(" ")}`;
    let effective = this.#known.get(key);
    if (effective === undefined) this.#known.set(key, (effective = this.#merge([...levels, own])));
    return effective;
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
