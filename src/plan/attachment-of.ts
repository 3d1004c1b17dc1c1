import type { AttachmentItem } from "../inventory/index.ts";
import type { Change } from "./plan.ts";

/** The attachment that a change makes or takes away. */
export function attachmentOf(change: Change): AttachmentItem {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "attachment") throw new TypeError(`${change.address} is no attachment`);
  return item;
}
