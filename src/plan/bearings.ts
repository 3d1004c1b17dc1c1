import { type Address, attachmentAddress, parentOu, policyAddress, policyTypeAddress } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { containsAllow, isPolicyDocument, type PolicyDocument } from "../policy/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Change, Phase } from "./plan.ts";

const FULL_ACCESS = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);

/**
 * What attaching and detaching policies bears on. Every level needs an SCP that allows, so an SCP that allows opens a
 * level, unless FullAWSAccess, which allows everything, is there already; what denies closes it.
 */
export class Bearings {
  readonly #desired: Inventory;
  readonly #changes: ReadonlyMap<Address, Change>;
  /** Targets that an attachment of this plan opens. */
  readonly #opened: ReadonlySet<Address>;
  /** Policies attached to something before this plan; undefined where nobody looked. */
  readonly #attached: ReadonlySet<Address> | undefined;
  /** New accounts, with the policies of their path whose text changes late. */
  readonly #late: ReadonlyMap<Address, readonly Address[]>;

  constructor(changes: readonly Change[], desired: Inventory, observed?: Observation["items"]) {
    this.#desired = desired;
    this.#attached = observed === undefined ? undefined : new Set([...observed.values()].flatMap(({ item }) => (item.kind === "attachment" ? [item.policy] : [])));
    this.#changes = new Map(changes.map((change) => [change.address, change]));
    const opening = changes.filter((change) => change.action === "attach" && this.allows(change) && !this.#hasFullAccess(attachmentOf(change).target));
    this.#opened = new Set(opening.map((change) => attachmentOf(change).target));
    this.#late = this.#lateAccounts(changes);
  }

  /** Attachments that can only close take effect first; what may open waits until all accounts are in their places. */
  phaseOf(change: Change): Phase {
    if (change.kind === "policy" && change.action === "update") return this.#phaseOfText(change);
    if (this.#late.has(accountIn(change))) return "loosen";
    if (change.kind !== "attachment") return change.phase;
    const { policy, target } = attachmentOf(change);
    const opens = this.allows(change) && this.#opened.has(target);
    if (change.action === "attach") return opens ? "loosen" : "build";
    const onlyAllows = this.allows(change) && !this.#texts(policy).some(containsDeny);
    return onlyAllows && !opens ? "build" : "loosen";
  }

  /** Policies that must have their new text before a new account comes under them: their old one may allow it what the new one does not. */
  textsBefore(account: Address): readonly Address[] {
    return this.#late.get(account) ?? [];
  }

  /** Whether the attached policy holds an Allow, before or after this plan. */
  allows(change: Change): boolean {
    const { policy } = attachmentOf(change);
    return policy === FULL_ACCESS || this.#texts(policy).some(containsAllow);
  }

  /** The text of a policy that is attached to nothing has no effect. */
  #phaseOfText({ address, phase }: Change): Phase {
    return this.#attached?.has(address) === false ? "build" : phase;
  }

  #lateAccounts(changes: readonly Change[]): Map<Address, readonly Address[]> {
    const texts = changes.filter((change) => change.kind === "policy" && change.action === "update" && this.#phaseOfText(change) === "loosen");
    const created = changes.flatMap(({ desired, action }) => (desired?.kind === "account" && action === "create" ? [desired] : []));
    return new Map(
      created.flatMap(({ address, parent }) => {
        const above = texts.filter((text) => pathFrom(parent).some((level) => this.#desired.has(attachmentAddress(text.address, level))));
        return above.length === 0 ? [] : [[address, above.map((text) => text.address)]];
      }),
    );
  }

  /** A policy's text before and after this plan, where it is one that allows or denies. */
  #texts(policy: Address): PolicyDocument[] {
    const items = [this.#changes.get(policy)?.observed?.item, this.#desired.get(policy)];
    return items.flatMap((item) => (item?.kind === "policy" && isPolicyDocument(item.document) ? [item.document] : []));
  }

  /** Whether FullAWSAccess is attached to the target before any of these changes takes effect. */
  #hasFullAccess(target: Address): boolean {
    const address = attachmentAddress(FULL_ACCESS, target);
    const isMade = this.#changes.get(target)?.action === "create" || this.#changes.get(policyTypeAddress("scp"))?.action === "enable";
    const action = this.#changes.get(address)?.action;
    return isMade || action === "detach" || (action === undefined && this.#desired.has(address));
  }
}

/** The account that a change creates, or that it cannot do without. */
function accountIn({ address, desired, observed }: Change): Address {
  const item = desired ?? observed?.item;
  if (item?.kind === "attachment") return item.target;
  return item !== undefined && "account" in item ? item.account : address;
}

/** An OU or the root, and all that is above it. */
export function pathFrom(node: Address): Address[] {
  const path: Address[] = [];
  for (let at: Address | undefined = node; at !== undefined; at = parentOu(at)) path.push(at);
  return path;
}

const containsDeny = ({ Statement }: PolicyDocument): boolean => [Statement].flat().some(({ Effect }) => Effect === "Deny");
