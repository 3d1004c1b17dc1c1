import type { Action } from "../../plan/index.ts";
import type { Mark } from "../style.ts";

/** How an action is marked: the symbol and the color repeat what its word says. */
export const SYMBOLS: Readonly<Record<Action, { readonly symbol: "+" | "~" | ">" | "-"; readonly mark: Mark }>> = {
  create: { symbol: "+", mark: "added" },
  enable: { symbol: "+", mark: "added" },
  attach: { symbol: "+", mark: "added" },
  update: { symbol: "~", mark: "changed" },
  move: { symbol: ">", mark: "moved" },
  detach: { symbol: "-", mark: "removed" },
  delete: { symbol: "-", mark: "removed" },
  close: { symbol: "-", mark: "removed" },
};
