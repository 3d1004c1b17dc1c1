import type { AccessKey } from "./access-key.ts";
import { lastUseTable } from "./services/iam/state.ts";
import type { World } from "./world.ts";

/** AWS updates last uses with a delay; here at most every 15 minutes for each key or role, so that reading stays cheap. */
const GRANULARITY = 15 * 60_000;
const MINUTE = 60_000;

/** Remembers when and where a key, or the role of a session, was used: by GetAccessKeyLastUsed and GetRole. */
export function noteUse(world: World, key: AccessKey, use: { readonly at: number; readonly service: string; readonly region: string }): void {
  const { session } = key;
  if (session !== undefined && session.kind !== "role") return;
  const id = session === undefined ? key.accessKeyId : session.issuerId;
  const before = lastUseTable(world).get(id);
  if (before !== undefined && use.at - before.at < GRANULARITY && before.service === use.service && before.region === use.region) return;
  lastUseTable(world).put(id, { ...use, at: Math.floor(use.at / MINUTE) * MINUTE });
}
