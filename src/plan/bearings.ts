import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
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

  constructor(changes: readonly Change[], desired: Inventory, observed?: Observation["items"]) {
    this.#desired = desired;
    this.#attached = observed === undefined ? undefined : new Set([...observed.values()].flatMap(({ item }) => (item.kind === "attachment" ? [item.policy] : [])));
    this.#changes = new Map(changes.map((change) => [change.address, change]));
    const opening = changes.filter((change) => change.action === "attach" && this.allows(change) && !this.#hasFullAccess(attachmentOf(change).target));
    this.#opened = new Set(opening.map((change) => attachmentOf(change).target));
  }

  /** Attachments that can only close take effect first; what may open waits until all accounts are in their places. */
  phaseOf(change: Change): Phase {
    if (change.kind === "policy" && change.action === "update") return this.#phaseOfText(change);
    if (change.kind !== "attachment") return change.phase;
    const { target } = attachmentOf(change);
    const opens = this.allows(change) && this.#opened.has(target);
    if (change.action === "attach") return opens ? "loosen" : "build";
    const onlyAllows = this.allows(change) && !this.denies(change);
    return onlyAllows && !opens ? "build" : "loosen";
  }

  /** Whether the attached policy holds an Allow, before or after this plan. */
  allows(change: Change): boolean {
    const { policy } = attachmentOf(change);
    return policy === FULL_ACCESS || this.#texts(policy).some(containsAllow);
  }

  /** Whether the attached policy holds a Deny, before or after this plan. */
  denies(change: Change): boolean {
    return this.#texts(attachmentOf(change).policy).some(containsDeny);
  }

  /** The text of a policy that is attached to nothing has no effect. */
  #phaseOfText({ address, phase }: Change): Phase {
    return this.#attached?.has(address) === false ? "build" : phase;
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

const containsDeny = ({ Statement }: PolicyDocument): boolean => [Statement].flat().some(({ Effect }) => Effect === "Deny");
