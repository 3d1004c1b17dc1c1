import { type Address, parentOu, policyAddress, policyTypeAddress, ROOT } from "../ids/index.ts";
import type { AccountItem, Inventory, Observation } from "../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { isPolicyDocument, type NamedPolicy, type PolicyDocument, type PolicyLevel } from "../policy/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Way } from "./gap.ts";
import type { Match, Matches } from "./matches.ts";
import type { Change } from "./plan.ts";

const FULL_ACCESS = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);
const EVERYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

interface Level {
  readonly allows: readonly Match[];
  readonly denies: readonly Match[];
  /** What RCPs deny, also those whom no SCP holds back. */
  readonly resourceDenies: readonly Match[];
}

/** Which SCPs and RCPs are attached where, what they say and where accounts are, at one moment of a run. */
export class AccessState {
  readonly #matches: Matches;
  readonly #attached = new Map<Address, Set<Address>>();
  readonly #texts = new Map<Address, PolicyDocument>();
  readonly #parents = new Map<Address, Address>();
  readonly #levels = new Map<Address, Level>();
  #writes = 0;

  /** As AWS has it: `created` are targets that come into being without anybody noticing, with what AWS attaches to them. */
  constructor(items: Observation["items"], desired: Inventory, matches: Matches, created: readonly Address[]) {
    this.#matches = matches;
    for (const item of [...desired.values(), ...[...items.values()].map((observed) => observed.item)]) {
      if (item.kind === "policy" && isPolicyDocument(item.document)) this.#texts.set(item.address, item.document);
      if (item.kind === "account") this.#parents.set(item.address, item.parent);
    }
    this.#texts.set(FULL_ACCESS, EVERYTHING);
    const targets = [...items.values()].flatMap(({ item }) => (item.kind === "root" || item.kind === "ou" || item.kind === "account" ? [item.address] : []));
    // Where SCPs are off nothing is held back, and once they are on AWS's own is everywhere.
    for (const target of items.has(policyTypeAddress("scp")) ? created : [ROOT, ...targets, ...created]) this.policiesOf(target).add(FULL_ACCESS);
    for (const { item } of items.values()) if (item.kind === "attachment") this.policiesOf(item.target).add(item.policy);
  }

  policiesOf(target: Address): Set<Address> {
    return this.#attached.get(target) ?? this.#attached.set(target, new Set()).get(target) ?? new Set();
  }

  targetsOf(policy: Address): Address[] {
    return Array.from(this.#attached, ([target, policies]) => (policies.has(policy) ? [target] : [])).flat();
  }

  parentOf(account: Address): Address {
    return this.#parents.get(account) ?? ROOT;
  }

  write(policy: Address, text: PolicyDocument): void {
    this.#texts.set(policy, text);
    this.#writes += 1;
    this.#levels.clear();
  }

  /** Makes a change, or takes it back: then a policy has the text again that its guard or AWS had. */
  make(change: Change, back = false): void {
    const { desired, observed, guard } = change;
    if (change.kind === "attachment") {
      const { policy, target } = attachmentOf(change);
      if ((change.action === "attach") === back) this.policiesOf(target).delete(policy);
      else this.policiesOf(target).add(policy);
      this.#levels.delete(target);
    } else if (desired?.kind === "policy" && observed?.item.kind === "policy") {
      const text = back ? (guard ?? observed.item.document) : desired.document;
      if (isPolicyDocument(text)) this.write(change.address, text);
    } else if (desired?.kind === "account" && observed?.item.kind === "account") this.#parents.set(change.address, (back ? observed.item : desired).parent);
  }

  /** An account's way for its own people, where RCPs apply to what they do and where not, and for others who come to it. */
  waysOf(account: AccountItem["address"]): { readonly key: string; readonly ways: readonly Way[] } {
    const levels: Level[] = [this.#levelOf(account)];
    for (let at: Address | undefined = this.parentOf(account); at !== undefined; at = parentOu(at)) levels.push(this.#levelOf(at));
    const [allows, denies, resourceDenies] = [levels.map((level) => level.allows), levels.flatMap((level) => level.denies), levels.flatMap((level) => level.resourceDenies)];
    const ways = [{ allows, denies: [...denies, ...resourceDenies] }, { allows, denies }, { allows: [], denies: resourceDenies }];
    return { key: JSON.stringify([allows, denies, resourceDenies]), ways };
  }

  /** What is attached on an account's way from the root, level by level, and a text that is equal for equal ways. */
  levelsOf(account: Address, type: "scp" | "rcp"): { readonly key: string; readonly levels: readonly PolicyLevel[] } {
    const way: Address[] = [account];
    for (let at: Address | undefined = this.parentOf(account); at !== undefined; at = parentOu(at)) way.unshift(at);
    const attached = way.map((target) => [...this.policiesOf(target)].filter((policy) => policy.startsWith(`policy:${type}/`)).toSorted());
    const named = (policy: Address): NamedPolicy[] => {
      const document = this.#texts.get(policy);
      return document === undefined ? [] : [{ name: policy.slice(`policy:${type}/`.length), document }];
    };
    return { key: `${this.#writes} ${attached.map((policies) => policies.join(",")).join(" ")}`, levels: attached.map((policies, index) => ({ name: way[index] ?? "", policies: policies.flatMap(named) })) };
  }

  #levelOf(target: Address): Level {
    const known = this.#levels.get(target);
    if (known !== undefined) return known;
    const policies = [...this.policiesOf(target)];
    const said = (type: string, effect: "Allow" | "Deny"): Match[] => {
      const texts = policies.flatMap((policy) => (policy.startsWith(`policy:${type}/`) ? (this.#texts.get(policy) ?? []) : []));
      return [...new Set(texts.flatMap((text) => this.#matches.of(text, effect)))].toSorted((a, b) => a - b);
    };
    const level = { allows: said("scp", "Allow"), denies: said("scp", "Deny"), resourceDenies: said("rcp", "Deny") };
    this.#levels.set(target, level);
    return level;
  }
}
