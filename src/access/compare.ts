import { LandfallError, nearest } from "../diagnostics/index.ts";
import { type Address, ROOT } from "../ids/index.ts";
import type { NamedPolicy, PolicyLevel } from "../policy/index.ts";
import { decideAccess } from "./decide.ts";
import type { AccessAccount, AccessModel, AccessNode, AttachedPolicy, OrganizationChain } from "./model.ts";
import { principalIn } from "./principal.ts";
import { attachedAt } from "./reach.ts";

/** What is different between two places, for an account that would stand directly in each. */
export interface PlaceComparison {
  readonly left: AccessNode;
  readonly right: AccessNode;
  /** Policies that apply in one and not in the other; inherited ones count. */
  readonly onlyLeft: readonly AttachedPolicy[];
  readonly onlyRight: readonly AttachedPolicy[];
  readonly both: readonly AttachedPolicy[];
  /** What an administrator may do in one and not, or perhaps not, in the other. */
  readonly access: readonly ActionDifference[];
  readonly actionsAsked: number;
}

export interface ActionDifference {
  readonly action: string;
  readonly left: "allowed" | "denied" | "unknown";
  readonly right: "allowed" | "denied" | "unknown";
}

/** Compares two OUs: their policies, and what those mean for an administrator, action by action, in the home Region. */
export function compareNodes(model: AccessModel, left: AccessNode, right: AccessNode, actions: Iterable<{ readonly action: string; readonly resource?: string }>): PlaceComparison {
  const [ofLeft, ofRight] = [policiesAbove(model, left), policiesAbove(model, right)];
  const [inLeft, inRight] = [accountAt(model, left, -2), accountAt(model, right, -3)];
  const asking = [inLeft, inRight].map((account) => ({ principal: principalIn(model, "administrator", account), resourceAccount: account }));
  const access: ActionDifference[] = [];
  let actionsAsked = 0;
  for (const asked of actions) {
    actionsAsked++;
    const [a, b] = asking.map((who) => decideAccess(model, { ...who, ...asked }).outcome);
    if (a !== undefined && b !== undefined && a !== b) access.push({ action: asked.action, left: a, right: b });
  }
  return {
    left,
    right,
    onlyLeft: [...ofLeft.values()].filter(({ address }) => !ofRight.has(address)),
    onlyRight: [...ofRight.values()].filter(({ address }) => !ofLeft.has(address)),
    both: [...ofLeft.values()].filter(({ address }) => ofRight.has(address)),
    access,
    actionsAsked,
  };
}

/**
 * An OU by its path or address; `root` is the root.
 * @throws LandfallError LF3203 when there is none
 */
export function nodeNamed({ nodes }: AccessModel, name: string): AccessNode {
  const found = nodes.get(`ou:${name}`) ?? nodes.get(name) ?? (name === "root" ? nodes.get(ROOT) : undefined);
  if (found !== undefined) return found;
  const suggestion = nearest(name, Array.from(nodes.values(), (node) => node.name));
  throw new LandfallError({ code: "LF3203", severity: "error", summary: `There is no OU ${name}.`, ...(suggestion === undefined ? {} : { suggestion }), fix: "Name it by its path, for example Workloads/Prod. List them:\n\n  landfall show --declared" }, "usage");
}

/** From the root down. */
function wayTo({ nodes }: AccessModel, node: AccessNode): AccessNode[] {
  const way: AccessNode[] = [];
  for (let at: AccessNode | undefined = node; at !== undefined; at = at.parent === undefined ? undefined : nodes.get(at.parent)) way.unshift(at);
  return way;
}

function policiesAbove(model: AccessModel, node: AccessNode): Map<Address, AttachedPolicy> {
  return new Map(wayTo(model, node).flatMap(({ address }) => attachedAt(model, address).map((policy) => [policy.address, policy] as const)));
}

/** An account that stands directly in a place, with AWS's full access attached to it and nothing else. */
function accountAt(model: AccessModel, node: AccessNode, index: number): AccessAccount {
  const way = wayTo(model, node);
  const [some] = model.chains;
  const levels = (kind: "scp" | "rcp"): PolicyLevel[] => [...way.map(({ attached }) => ({ name: "", policies: attached.filter((policy) => policy.kind === kind).flatMap(named) })), { name: "", policies: [kind === "scp" ? EVERYTHING : EVERYBODY] }];
  const chain: OrganizationChain = { index, ...(some?.scps === undefined ? {} : { scps: levels("scp") }), ...(some?.rcps === undefined ? {} : { rcps: levels("rcp") }), accounts: [] };
  const address = `account:in ${node.name}`;
  const organizationPath = `${[model.organizationId.id, ...way.map(({ id }) => id)].join("/")}/`;
  return { address, key: address, id: NOBODY, isStandIn: true, management: false, state: "active", tags: {}, path: [...way.map((one) => one.address), address], organizationPath, attached: [], chain };
}

const NOBODY = "000000000001";
const named = ({ name, document }: AttachedPolicy): NamedPolicy[] => (document === undefined ? [] : [{ name, document }]);
const EVERYTHING: NamedPolicy = { name: "FullAWSAccess", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } };
const EVERYBODY: NamedPolicy = { name: "RCPFullAWSAccess", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } } };
