import type { Address } from "../../ids/index.ts";

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

export const boxesIn = (box: Box): Box[] => [box, ...box.children.flatMap(boxesIn)];
