import { createHash } from "node:crypto";
import { randomBase32 } from "../../random-secret.ts";
import type { World } from "../../world.ts";

/** What an id is of: a user, group, role, managed policy or instance profile. Source: IAM User Guide, "Unique identifiers". */
export type IdPrefix = "AIDA" | "AGPA" | "AROA" | "ANPA" | "AIPA";

const RANDOM_LETTERS = 17;

export const newId = (world: World, prefix: IdPrefix): string => prefix + randomBase32(world, RANDOM_LETTERS);

/** The id of something that is there without having been stored: always the same for the same name. */
export function derivedId(prefix: IdPrefix, name: string): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, RANDOM_LETTERS);
  return prefix + Array.from(bytes, (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(byte % 32)).join("");
}
