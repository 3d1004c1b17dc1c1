/** What an action is called while it runs and when it has run. */
export const ACTION_WORDS: Readonly<Record<string, { readonly running: string; readonly done: string }>> = {
  create: { running: "creating", done: "created" },
  update: { running: "changing", done: "changed" },
  move: { running: "moving", done: "moved" },
  enable: { running: "enabling", done: "enabled" },
  attach: { running: "attaching", done: "attached" },
  detach: { running: "detaching", done: "detached" },
  delete: { running: "removing", done: "removed" },
  close: { running: "closing", done: "closed" },
};

export const runningWord = (action: string): string => ACTION_WORDS[action]?.running ?? action;
export const doneWord = (action: string): string => ACTION_WORDS[action]?.done ?? action;

/** What AWS says about slow calls, told while one is waited for. Source: Organizations User Guide, "Creating a member account". */
export const USUAL_TIME: Readonly<Record<string, string>> = {
  "create account": "AWS usually needs 1 to 5 minutes",
};
