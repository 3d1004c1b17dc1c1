import type { World } from "../../world.ts";
import { finishAccountCreation } from "./account-creation.ts";
import type { PendingKind, PendingWork } from "./pending.ts";
import { takeDue } from "./pending.ts";
import type { OrganizationRecord } from "./state.ts";
import { organizationsTable } from "./state.ts";

type Finish = (world: World, organization: OrganizationRecord, work: PendingWork) => void;

/** What ends each kind of work. */
const FINISH: Readonly<Record<PendingKind, Finish>> = {
  "create-account": finishAccountCreation,
};

/** Ends everything that is due, in the order of time; what one end makes due is ended too. */
export function advance(world: World, now: number): void {
  for (let due = takeDue(world, now); due.length > 0; due = takeDue(world, now)) {
    for (const work of due) {
      const organization = organizationsTable(world).get(work.organizationId);
      if (organization !== undefined) FINISH[work.kind](world, organization, work);
    }
  }
}
