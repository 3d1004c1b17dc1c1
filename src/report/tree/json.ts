import type { Inventory, Observation } from "../../inventory/index.ts";
import { enveloped } from "../json.ts";
import { type TreeNode, treeOf } from "./model.ts";

/** The tree as `landfall.tree/1`: nodes nested as on screen, with all that is known about each. */
export function treeJson(source: Inventory | Observation, tool: string, name?: string): string {
  const { root, ...tree } = treeOf(source);
  return enveloped({ format: "landfall.tree/1", tool }, { ...tree, name, root: nodeJson(root) });
}

function nodeJson({ account, children, shown: _shown, ...node }: TreeNode): object {
  const facts = account === undefined ? {} : { awsName: account.name, email: account.email, state: account.state, tags: account.tags, management: account.management };
  return { ...node, ...facts, children: children.map(nodeJson) };
}
