import type { Action } from "../plan/index.ts";
import type { Mark } from "./style.ts";

/** How an action is told: its words and symbol; the color repeats what they say. */
export interface ActionWords {
  readonly symbol: "+" | "~" | ">" | "-";
  readonly mark: Mark;
  readonly word: string;
  readonly running: string;
  readonly done: string;
}

export const ACTIONS: Readonly<Record<Action, ActionWords>> = {
  create: { symbol: "+", mark: "added", word: "create", running: "creating", done: "created" },
  invite: { symbol: "+", mark: "added", word: "invite", running: "inviting", done: "invited" },
  enable: { symbol: "+", mark: "added", word: "enable", running: "enabling", done: "enabled" },
  attach: { symbol: "+", mark: "added", word: "attach", running: "attaching", done: "attached" },
  update: { symbol: "~", mark: "changed", word: "change", running: "changing", done: "changed" },
  move: { symbol: ">", mark: "moved", word: "move", running: "moving", done: "moved" },
  detach: { symbol: "-", mark: "removed", word: "detach", running: "detaching", done: "detached" },
  delete: { symbol: "-", mark: "removed", word: "remove", running: "removing", done: "removed" },
  disable: { symbol: "-", mark: "removed", word: "disable", running: "disabling", done: "disabled" },
  remove: { symbol: "-", mark: "removed", word: "leave", running: "leaving", done: "left" },
  close: { symbol: "-", mark: "removed", word: "close", running: "closing", done: "closed" },
};

/** The words of an action that an event names as text; one that is not known here stands as it is. */
export function actionWords(action: string): ActionWords {
  if (Object.hasOwn(ACTIONS, action)) return ACTIONS[action as Action];
  return { symbol: "~", mark: "changed", word: action, running: action, done: action };
}
