import { figure } from "../../diagnostics/index.ts";
import type { Inventory, Observation } from "../../inventory/index.ts";
import { clean } from "../clean.ts";
import { hang, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { layOutTree } from "./layout.ts";
import { treeLines } from "./lines.ts";
import { nodesIn, type Tree, treeOf } from "./model.ts";

export interface TreeOptions {
  /** The organization's name in the file, when there is one. */
  readonly name?: string;
  /** Show every account, ids of OUs too. Default: false, which in a large organization names each OU's first accounts. */
  readonly full?: boolean;
}

/** The organization as a tree with its policies, and as the last thing how much there is. */
export function treeHuman(source: Inventory | Observation, style: Style, options: TreeOptions = {}): string {
  const tree = treeOf(source);
  const { lines, isWhole } = treeLines(tree.root, style, options.full ?? false);
  return `${[...titleLines(tree, style, options.name), "", ...layOutTree(lines, style), "", ...closing(tree, style, isWhole), ...(options.full === true ? packLines(tree, style) : [])].join("\n")}\n`;
}

function titleLines(tree: Tree, style: Style, name = ""): string[] {
  const management = tree.managementAccountId === undefined ? "" : `management (${tree.managementAccountId})`;
  const identity = tree.observed ? (tree.organizationId ?? "no organization yet") : "as declared";
  const text = [name, identity, management].filter((part) => part !== "").join("  ");
  return wrap(clean(style, text), style.width).map((line) => paint(style, "bold", line));
}

function closing(tree: Tree, style: Style, isWhole: boolean): string[] {
  const inFlight = tree.beingCreated.length === 0 ? [] : hang("Being created: ", clean(style, tree.beingCreated.join(", ")), style);
  const notRead = tree.notRead.flatMap((text) => hang("Not read: ", clean(style, text), style));
  const more = isWhole ? [] : wrap("Not every account is shown; --full shows all.", style.width);
  return [...inFlight, ...notRead, ...more, ...wrap([contents(tree), ownership(tree)].join(" ").trim(), style.width)];
}

/** Which guardrails each policy of AWS holds. */
function packLines({ packs }: Tree, style: Style): string[] {
  const lines = Object.entries(packs).flatMap(([name, guardrails]) => [...hang("  ", clean(style, name), style), ...hang("    ", clean(style, guardrails.join(", ")), style)]);
  return lines.length === 0 ? [] : ["", "Guardrails by policy", ...lines];
}

/** `17 OUs, 26 accounts (1 held), 5 policies attached 11 times.` */
function contents(tree: Tree): string {
  const nodes = nodesIn(tree.root);
  const accounts = nodes.flatMap(({ account }) => account ?? []);
  const states = (["held", "closed"] as const).flatMap((state) => {
    const number = accounts.filter((account) => account.state === state).length;
    return number === 0 ? [] : [`${figure(number)} ${state}`];
  });
  const inState = states.length === 0 ? "" : ` (${states.join(", ")})`;
  const ous = count(nodes.filter(({ kind }) => kind === "ou").length, "OU");
  const policies = tree.policies === 0 ? "no policies" : `${count(tree.policies, "policy", "policies")} attached ${count(tree.attachments, "time")}`;
  return `${ous}, ${count(accounts.length, "account")}${inState}, ${policies}.`;
}

function ownership(tree: Tree): string {
  const nodes = nodesIn(tree.root);
  const unmanaged = nodes.filter(({ owner, account }) => owner === "watched" && account?.management !== true).length;
  if (unmanaged === 0) return "";
  return nodes.some(({ owner }) => owner === "ours") ? `${figure(unmanaged)} unmanaged.` : "landfall manages none of it yet.";
}
