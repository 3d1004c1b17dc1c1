import type { Address } from "../../ids/index.ts";
import { cleanText } from "../clean.ts";
import type { Tree, TreeNode } from "../tree/model.ts";
import { count } from "../words.ts";
import { collapsed } from "./collapse.ts";

/** What a picture says about one thing besides what it is; the word says it, color and sign repeat it. */
export interface BoxMark {
  readonly tone: "added" | "changed" | "moved" | "removed" | "dim";
  readonly word: string;
}

/** One thing in a picture, ready to be drawn: all texts are cleaned. */
export interface Box {
  readonly address: Address;
  /** `more` stands for several that are not drawn one by one. */
  readonly kind: "root" | "ou" | "account" | "more";
  readonly name: string;
  /** Stage and state of an account, "no FullAWSAccess" and the like. */
  readonly facts: readonly string[];
  readonly policies: readonly string[];
  readonly mark?: BoxMark;
  readonly children: readonly Box[];
}

/** A picture before it has a form. The same organization always gives the same one. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  /** What is not drawn, when something is not. */
  readonly note?: string;
  readonly root: Box;
}

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
  const note = shown === boxes ? {} : { note: `${shown.toLocaleString("en-US")} of ${count(boxes, "node")} are drawn; --all draws every one.` };
  return { title: cleanText(title, " "), description: cleanText(description, " "), ...note, root };
}

export const boxesIn = (box: Box): Box[] => [box, ...box.children.flatMap(boxesIn)];

function boxOf(node: TreeNode, marks: ReadonlyMap<Address, BoxMark>): Box {
  const mark = marks.get(node.address);
  const { account } = node;
  const facts = [account?.tags.stage, account === undefined || account.state === "active" ? undefined : account.state, node.allowList && mark?.tone !== "removed" ? "no FullAWSAccess" : undefined];
  return {
    address: node.address,
    kind: node.kind,
    name: cleanText(node.name, " "),
    facts: facts.filter((fact) => fact !== undefined && fact !== "").map((fact) => cleanText(fact ?? "", " ")),
    policies: node.policies.map((policy) => cleanText(policy, " ")),
    ...(mark === undefined ? {} : { mark }),
    children: node.children.map((child) => boxOf(child, marks)),
  };
}
