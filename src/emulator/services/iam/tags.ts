import { IAM_QUOTAS } from "../../../limits/index.ts";
import { invalidInput, limitExceeded } from "./errors.ts";
import type { Tag } from "./state.ts";

/** As the coverage page words it. */
export const TAGS_QUOTA = `${IAM_QUOTAS.tagsPerResource} tags`;

/** Keys are told apart without case; the case they came in is kept. Source: IAM User Guide, "Tags for IAM resources". */
const byKey = (tags: readonly Tag[]): Map<string, Tag> => new Map(tags.map(({ Key, Value }) => [Key.toLowerCase(), { Key, Value }]));

/** The tags of something new. */
export function newTags(tags: readonly Tag[] = []): readonly Tag[] {
  return mergeTags([], tags);
}

export function mergeTags(before: readonly Tag[], tags: readonly Tag[]): readonly Tag[] {
  const given = byKey(tags);
  if (given.size < tags.length) throw invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  refuseReserved(tags.map(({ Key }) => Key));
  const merged = new Map([...byKey(before), ...given]);
  if (merged.size > IAM_QUOTAS.tagsPerResource) throw limitExceeded("The number of tags has reached the maximum limit.");
  return [...merged.values()];
}

/** Keys that are not there are passed over. */
export function withoutTags(before: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  refuseReserved(keys);
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return before.filter(({ Key }) => !gone.has(Key.toLowerCase()));
}

function refuseReserved(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) throw invalidInput("Tag keys that begin with aws: are reserved for AWS.");
}
