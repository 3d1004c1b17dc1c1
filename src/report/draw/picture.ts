import { figure } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";
import { cleanText } from "../clean.ts";
import type { Tree, TreeNode } from "../tree/model.ts";
import { count } from "../words.ts";
import { type Box, boxesIn, type BoxMark, type Picture } from "./box.ts";
import { collapsed } from "./collapse.ts";

export interface PictureOptions {
  readonly title: string;
  readonly description: string;
  readonly marks?: ReadonlyMap<Address, BoxMark>;
  /** Draw every account, however many. */
  readonly all?: boolean;
}

/** Above so many boxes a picture can no longer be read. */
const MOST_BOXES = 40;

export function pictureOf(tree: Tree, { title, description, marks = new Map(), all = false }: PictureOptions): Picture {
  const whole = boxOf(tree.root, marks);
  const boxes = boxesIn(whole).length;
  const root = all || boxes <= MOST_BOXES ? whole : collapsed(whole, MOST_BOXES);
  const shown = boxesIn(root).filter(({ kind }) => kind !== "more").length;
  const note = shown === boxes ? {} : { note: `${figure(shown)} of ${count(boxes, "node")} are drawn; --all draws every one.` };
  return { title: cleanText(title, " "), description: cleanText(description, " "), ...note, root };
}

function boxOf(node: TreeNode, marks: ReadonlyMap<Address, BoxMark>): Box {
  const mark = marks.get(node.address);
  const { account } = node;
  const facts = [account?.tags.stage, account === undefined || account.state === "active" ? undefined : account.state, node.allowList && mark?.tone !== "removed" ? "no FullAWSAccess" : undefined];
  return {
    address: node.address,
    kind: node.kind,
    name: cleanText(node.name, " "),
    facts: facts.filter((fact) => fact !== undefined && fact !== "").map((fact) => cleanText(fact ?? "", " ")),
    policies: node.shown.map((policy) => cleanText(policy, " ")),
    ...(mark === undefined ? {} : { mark }),
    children: node.children.map((child) => boxOf(child, marks)),
  };
}
