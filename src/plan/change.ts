import type { AttachmentItem, Item, Observed } from "../inventory/index.ts";
import { comparePolicies, effectOfDifference, isPolicyDocument } from "../policy/index.ts";
import type { Change, Difference, Phase } from "./plan.ts";
import { DECLARED, SAID_TO_GO } from "./reasons.ts";

/** Makers of changes: one for each thing a plan can say. What a change waits for is filled in later. */
export const change = {
  create(item: Item): Change {
    const action = ACTIONS_OF_CREATION[item.kind] ?? "create";
    return { ...base(item, item.kind === "delegation-policy" ? "loosen" : "build"), action, reason: DECLARED, desired: item };
  },

  update(item: Item, observed: Observed | undefined, differences: readonly Difference[], reason: string): Change {
    const moved = item.kind === "account" && differences.some(({ field }) => field === "parent");
    const action = moved ? "move" : "update";
    return { ...base(item, phaseOfUpdate(item, observed)), action, reason, differences, desired: item, observed };
  },

  invite(item: Item): Change {
    const reason = "declared, and outside: its owner must accept, and AWS makes no role in it that the organization could use";
    return { ...base(item, "build"), action: "invite", reason, desired: item };
  },

  close(item: Item, observed: Observed): Change {
    return { ...base(item, "clean"), action: "close", reason: "the file says state: closed", desired: item, observed };
  },

  detach(item: AttachmentItem, observed: Observed, reason: string): Change {
    return { ...base(item, "loosen"), action: "detach", reason, observed };
  },

  /** Takes away what landfall would otherwise leave alone, because the file says so. */
  takeAway(observed: Observed): Change {
    const { kind } = observed.item;
    const action = ACTIONS_OF_CREATION[kind] === "enable" ? "disable" : kind === "account" ? "remove" : "delete";
    return { ...base(observed.item, phaseOfRemoval(observed.item)), action, reason: SAID_TO_GO, observed };
  },

  remove(observed: Observed, reason: string): Change {
    return { ...base(observed.item, phaseOfRemoval(observed.item)), action: "delete", reason, observed };
  },
};

/** What bringing a thing into being is called, where it is not `create`. */
const ACTIONS_OF_CREATION: Partial<Record<Item["kind"], Change["action"]>> = {
  attachment: "attach",
  "policy-type": "enable",
  "trusted-access": "enable",
  "root-access": "enable",
  "delegated-administrator": "enable",
};

const base = (item: Item, phase: Phase) => ({
  address: item.address,
  kind: item.kind,
  phase,
  waitsFor: [],
  differences: [],
});

/** What a delegation policy allows ends before anything else may be allowed. */
const phaseOfRemoval = ({ kind }: Item): Phase => (kind === "delegation-policy" ? "build" : "clean");

/** A policy's new text may take effect early only if it provably allows nothing more than the old one. */
function phaseOfUpdate(item: Item, observed: Observed | undefined): Phase {
  if (!isPolicy(item) || observed === undefined || !isPolicy(observed.item)) return "build";
  const { document } = observed.item;
  // What settings such as a block of public access allow or forbid is not judged here: they change late.
  if (!isPolicyDocument(document) || !isPolicyDocument(item.document)) return "loosen";
  const effect = effectOfDifference(comparePolicies(document, item.document));
  return effect === "narrows" || effect === "none" ? "build" : "loosen";
}

const isPolicy = (item: Item): item is Extract<Item, { kind: "policy" | "delegation-policy" }> => item.kind === "policy" || item.kind === "delegation-policy";

const REMOVALS: ReadonlySet<Change["action"]> = new Set(["detach", "delete", "close", "disable", "remove"]);

/** Whether a change takes something away instead of making it as declared. */
export const isRemoval = ({ action }: Pick<Change, "action">): boolean => REMOVALS.has(action);
