import type { World } from "../../world.ts";
import { finishCleaning, finishClosing } from "./account-closing.ts";
import { finishAccountCreation, finishHold } from "./account-creation.ts";
import { finishExpiring, finishForgetting } from "./handshakes/consequences.ts";
import type { PendingKind, PendingWork } from "./pending.ts";
import { takeDue } from "./pending.ts";
import { finishDisabling, finishEnabling } from "./policy-types.ts";
import type { OrganizationRecord } from "./state.ts";
import { organizationsTable } from "./state.ts";

type Finish = (world: World, organization: OrganizationRecord, work: PendingWork) => void;

/** What ends each kind of work. */
const FINISH: Readonly<Record<PendingKind, Finish>> = {
  "create-account": finishAccountCreation,
  "release-account": finishHold,
  "close-account": finishClosing,
  "clean-account": finishCleaning,
  "enable-policy-type": finishEnabling,
  "disable-policy-type": finishDisabling,
  "expire-handshake": finishExpiring,
  "forget-handshake": finishForgetting,
};

/** Ends everything that is due, in the order of time; what one end makes due is ended too. */
export function advance(world: World, now: number): void {
  for (let work = takeDue(world, now); work !== undefined; work = takeDue(world, now)) {
    const organization = organizationsTable(world).get(work.organizationId);
    if (organization !== undefined) FINISH[work.kind](world, organization, work);
  }
}
