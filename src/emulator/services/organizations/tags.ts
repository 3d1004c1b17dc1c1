import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { constraintViolation, invalidInput } from "./errors.ts";
import type { Tag } from "./state.ts";
import { tagsTable } from "./state.ts";

/** AWS keeps keys that begin with `aws:`, in any case, for itself. Source: Organizations User Guide, "Tagging AWS Organizations resources". */
export function refuseSystemTags(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) {
    throw invalidInput("INVALID_SYSTEM_TAGS_PARAMETER", "You can't add, edit or delete tags whose keys begin with aws:.");
  }
}

/** What is wrong with a list of tags by itself: system tags, a key given twice, too many. Keys differ by case. */
export function checkTags(tags: readonly Tag[]): void {
  const keys = tags.map((tag) => tag.Key);
  refuseSystemTags(keys);
  if (new Set(keys).size < keys.length) throw invalidInput("DUPLICATE_TAG_KEY", "Tag keys must be unique.");
  refuseOverLimit(tags.length);
}

function refuseOverLimit(count: number): void {
  if (count <= QUOTAS.tagsPerResource) return;
  throw constraintViolation("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.");
}

/** Adds tags to a resource, or gives existing keys new values. */
export function putTags(world: World, resource: { readonly id: string; readonly arn: string }, tags: readonly Tag[]): void {
  checkTags(tags);
  const merged = new Map((tagsTable(world).get(resource.id)?.tags ?? []).map((tag) => [tag.Key, tag]));
  for (const { Key, Value } of tags) merged.set(Key, { Key, Value });
  refuseOverLimit(merged.size);
  if (tags.length > 0) tagsTable(world).put(resource.id, { arn: resource.arn, tags: [...merged.values()] });
}
