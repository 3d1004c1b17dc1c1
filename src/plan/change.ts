import type { AttachmentItem, Item, Observed } from "../inventory/index.ts";
import { comparePolicies, effectOfDifference } from "../policy/index.ts";
import type { Change, Difference, Phase } from "./plan.ts";

/** Makers of changes: one for each thing a plan can say. What a change waits for is filled in later. */
export const change = {
  create(item: Item): Change {
    const action = item.kind === "attachment" ? "attach" : item.kind === "policy-type" ? "enable" : "create";
    return { ...base(item, "build"), action, reason: "declared, and AWS does not have it", desired: item };
  },

  update(item: Item, observed: Observed | undefined, differences: readonly Difference[], reason: string): Change {
    const moved = item.kind === "account" && differences.some(({ field }) => field === "parent");
    const action = moved ? "move" : "update";
    return { ...base(item, phaseOfUpdate(item, observed)), action, reason, differences, desired: item, observed };
  },

  close(item: Item, observed: Observed): Change {
    const danger = "closes the account: its users and workloads stop at once, and AWS deletes it for good after 90 days";
    return { ...base(item, "clean"), action: "close", reason: "the file says state: closed", desired: item, observed, danger };
  },

  detach(item: AttachmentItem, observed: Observed, reason: string): Change {
    return { ...base(item, "loosen"), action: "detach", reason, observed };
  },

  /** Takes away what landfall would otherwise leave alone, because the file says so. */
  takeAway(observed: Observed, danger?: string): Change {
    const { kind } = observed.item;
    const action = kind === "policy-type" ? "disable" : kind === "account" ? "remove" : "delete";
    return { ...base(observed.item, "clean"), action, reason: "the file says remove", observed, danger };
  },

  remove(observed: Observed, reason: string, danger?: string): Change {
    return { ...base(observed.item, "clean"), action: "delete", reason, observed, danger };
  },
};

const base = (item: Item, phase: Phase) => ({
  address: item.address,
  kind: item.kind,
  phase,
  waitsFor: [],
  differences: [],
});

/** A policy's new text may take effect early only if it provably allows nothing more than the old one. */
function phaseOfUpdate(item: Item, observed: Observed | undefined): Phase {
  if (item.kind !== "policy" || observed?.item.kind !== "policy") return "build";
  const effect = effectOfDifference(comparePolicies(observed.item.document, item.document));
  return effect === "narrows" || effect === "none" ? "build" : "loosen";
}
