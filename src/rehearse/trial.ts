import type { Tried, TryQuestion } from "../emulator/index.ts";
import type { Observation } from "../inventory/index.ts";
import { type Copy, copyOf } from "./copy.ts";
import { copiedIds, withIds } from "./own-ids.ts";

/** A copy of an organization that answers questions in the ids of the original. */
export interface Trial {
  ask(question: TryQuestion): Promise<Tried>;
  /** What of the organization could not be copied, in words. */
  readonly notCopied: readonly string[];
  close(): Promise<void>;
}

/**
 * Copies an organization to ask it what nobody does. Its accounts have what every new account has: of roles only the one
 * that CreateAccount makes.
 * @throws LandfallError LF5007 when the copy cannot be made.
 */
export async function trialOf(observation: Observation, homeRegion: string): Promise<Trial> {
  const copy = await copyOf(observation, homeRegion, "try");
  const ids = copiedIds(observation, copy.ids);
  const originals = new Map([...ids].map(([original, copied]) => [copied, original]));
  await nameOwnIds(copy, observation, ids);
  return {
    ask: async (question) => withIds(await copy.emulator.tryAction(withIds(question, ids)), originals),
    notCopied: copy.notCopied,
    close: () => copy.close(),
  };
}

/** Policies speak of the organization and its accounts by id. */
async function nameOwnIds({ aws, ids: byAddress }: Copy, { items }: Observation, ids: ReadonlyMap<string, string>): Promise<void> {
  const organizations = await aws.organizations();
  for (const [address, { item, owner }] of items) {
    if (item.kind !== "policy" || owner === "aws") continue;
    const content = JSON.stringify(item.document);
    const own = JSON.stringify(withIds(item.document, ids));
    if (own !== content) await organizations.updatePolicy({ PolicyId: byAddress.get(address), Content: own });
  }
}
