import type { Address } from "../../ids/index.ts";
import type { Inventory } from "../../inventory/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { Tree, TreeNode } from "../tree/model.ts";
import { nodesIn } from "../tree/model.ts";
import type { BoxMark } from "./box.ts";

const TONES: Readonly<Record<string, BoxMark>> = {
  create: { tone: "added", word: "created" },
  move: { tone: "moved", word: "moved here" },
  update: { tone: "changed", word: "changed" },
  close: { tone: "removed", word: "closed" },
  delete: { tone: "removed", word: "deleted" },
  remove: { tone: "removed", word: "leaves" },
};

const POLICIES: BoxMark = { tone: "changed", word: "policies change" };

/** What a plan does to the root, OUs and accounts. What is done to a node itself is said before what is attached to it. */
export function marksOfPlan({ changes }: Plan, desired: Inventory): Map<Address, BoxMark> {
  const marks = new Map<Address, BoxMark>();
  for (const { action, observed, desired: wanted } of changes) {
    const item = wanted ?? observed?.item;
    if (item?.kind === "attachment" && desired.has(item.target)) marks.set(item.target, POLICIES);
    if (item?.kind !== "policy" || action !== "update") continue;
    for (const other of desired.values()) if (other.kind === "attachment" && other.policy === item.address) marks.set(other.target, POLICIES);
  }
  for (const { address, kind, action } of changes) {
    const mark = TONES[action];
    if (mark !== undefined && (kind === "ou" || kind === "account" || kind === "root")) marks.set(address, mark);
  }
  return marks;
}

/** Where a policy is attached, whom it reaches from there, and whom it does not; SCPs and RCPs spare the management account. */
export function marksOfReach(tree: Tree, policy: string, spares: "management account" | undefined): Map<Address, BoxMark> {
  const marks = new Map<Address, BoxMark>();
  const walk = (node: TreeNode, inherited: boolean): void => {
    const attached = holds(node, policy);
    const reached = inherited || attached;
    if (spares !== undefined && node.account?.management === true && reached) marks.set(node.address, { tone: "dim", word: `not reached: the ${spares}` });
    else marks.set(node.address, attached ? { tone: "added", word: "attached here" } : inherited ? { tone: "changed", word: "inherited" } : UNREACHED);
    for (const child of node.children) walk(child, reached);
  };
  walk(tree.root, false);
  return marks;
}

const UNREACHED: BoxMark = { tone: "dim", word: "not reached" };

/** Whether any node of the tree has the policy attached. */
export const isAttached = (tree: Tree, policy: string): boolean => nodesIn(tree.root).some((node) => holds(node, policy));

const holds = ({ policies, guardrails }: TreeNode, name: string): boolean => policies.includes(name) || guardrails.includes(name);
