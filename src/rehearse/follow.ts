import { allPages, type Aws } from "../aws/index.ts";
import { accountAddress, type Address, attachmentAddress } from "../ids/index.ts";
import type { AccountItem, AttachmentItem, Observation, Observed } from "../inventory/index.ts";
import { isPolicyDocument } from "../policy/index.ts";

/** What a call was asked, as far as it is looked at here. */
interface Input {
  readonly AccountId?: string;
  readonly PolicyId?: string;
}

/**
 * Keeps an observation up to date call by call: after a call only that is read again which the call was about, and all
 * where that is not known yet. Nothing is taken from what the call was asked to do: a call may fail and still take effect.
 */
export class Follow {
  readonly #aws: Aws;
  readonly #readAll: () => Promise<Observation>;
  #observation: Observation;
  #byId = new Map<string, Address>();

  constructor(aws: Aws, readAll: () => Promise<Observation>, observation: Observation) {
    this.#aws = aws;
    this.#readAll = readAll;
    this.#observation = observation;
    this.#learn(observation);
  }

  async after(operation: string, input: Input): Promise<Observation> {
    const changed = await this.#changed(operation, input);
    this.#learn(changed ?? (await this.#readAll()));
    return this.#observation;
  }

  #learn(observation: Observation): void {
    this.#observation = observation;
    this.#byId = new Map(Array.from(observation.items.values(), ({ item, id }) => [id, item.address]));
  }

  /** Undefined where everything has to be read. */
  async #changed(operation: string, { AccountId, PolicyId }: Input): Promise<Observation | undefined> {
    if (operation === "organizations:MoveAccount" && AccountId !== undefined) return this.#moved(AccountId);
    if (operation.endsWith("tachPolicy") && PolicyId !== undefined) return this.#attached(PolicyId);
    return undefined;
  }

  async #moved(ChildId: string): Promise<Observation | undefined> {
    const { Parents } = await (await this.#aws.organizations()).listParents({ ChildId });
    const parent = this.#byId.get(Parents?.[0]?.Id ?? "");
    if (parent === undefined) return undefined;
    const known = this.#observation.items.get(this.#byId.get(ChildId) ?? "");
    const item = known?.item.kind === "account" ? known.item : newAccount(ChildId);
    return this.#with([{ item: { ...item, parent }, id: ChildId, owner: known?.owner ?? "ours" }], () => false);
  }

  async #attached(PolicyId: string): Promise<Observation | undefined> {
    const policy = this.#observation.items.get(this.#byId.get(PolicyId) ?? "");
    if (policy?.item.kind !== "policy" || !isPolicyDocument(policy.item.document)) return undefined;
    const { address } = policy.item;
    const organizations = await this.#aws.organizations();
    const targets = await allPages(
      (NextToken) => organizations.listTargetsForPolicy({ PolicyId, NextToken }),
      (page) => page.Targets,
    );
    const made = targets.flatMap(({ TargetId = "" }): Observed<AttachmentItem>[] => {
      const target = this.#byId.get(TargetId);
      return target === undefined ? [] : [{ item: { kind: "attachment", address: attachmentAddress(address, target), policy: address, target }, id: `${PolicyId}>${TargetId}`, owner: policy.owner }];
    });
    return made.length < targets.length ? undefined : this.#with(made, ({ item }) => item.kind === "attachment" && item.policy === address);
  }

  #with(made: readonly Observed[], isReplaced: (thing: Observed) => boolean): Observation {
    const kept = [...this.#observation.items].filter(([, thing]) => !isReplaced(thing));
    return { ...this.#observation, items: new Map([...kept, ...made.map((thing): [Address, Observed] => [thing.item.address, thing])]) };
  }
}

/** An account that the plan has made: on its way to where it is declared. */
const newAccount = (id: string): AccountItem => ({ kind: "account", address: accountAddress(id), name: "", email: "", parent: "root", tags: {}, state: "active", management: false });
