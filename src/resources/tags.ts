import type { Aws } from "../aws/index.ts";
import { ADDRESS_TAG, type Observed, OVERLAY_TAG, type Owner } from "../inventory/index.ts";
import type { Tags } from "../organization/index.ts";
import type { Difference } from "../plan/index.ts";

/** Keys that are never landfall's to change. */
const isForeign = (key: string): boolean => key.startsWith("aws:");

/**
 * What differs in tags. Of a thing that is ours every tag counts; of one that others made only those that are
 * declared, and it does not get our own tags.
 */
export function compareTags(declared: Tags, observed: Observed & { readonly item: { readonly tags: Tags } }): Difference[] {
  if (observed.notVisible?.includes("tags")) return [];
  const ours = observed.owner === "ours";
  const actual = observed.item.tags;
  const wanted = Object.entries(declared).filter(([key]) => ours || !key.startsWith("landfall:"));
  const put = wanted
    .filter(([key, value]) => actual[key] !== value)
    .map(([key, after]): Difference => ({ field: `tag ${key}`, before: actual[key], after }));
  const gone = Object.entries(actual)
    .filter(([key]) => ours && !isForeign(key) && !Object.hasOwn(declared, key))
    .map(([key, before]): Difference => ({ field: `tag ${key}`, before }));
  return [...put, ...gone];
}

/** Carries out the tag differences of a change; nothing is called when there are none. */
export async function writeTags(aws: Aws, ResourceId: string, differences: readonly Difference[]): Promise<void> {
  const tags = differences.filter(({ field }) => field.startsWith("tag ")).map(({ field, after }) => ({ key: field.slice("tag ".length), after }));
  const put = tags.flatMap(({ key, after }) => (after === undefined ? [] : [{ Key: key, Value: after }]));
  const gone = tags.filter(({ after }) => after === undefined).map(({ key }) => key);
  const organizations = await aws.organizations();
  if (put.length > 0) await organizations.tagResource({ ResourceId, Tags: put });
  if (gone.length > 0) await organizations.untagResource({ ResourceId, TagKeys: gone });
}

export const tagList = (tags: Tags): { Key: string; Value: string }[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

export const isOurs = (tags: Tags): boolean => Object.hasOwn(tags, ADDRESS_TAG);

/** Whose a policy is. What was put there for a time may carry our tag too. */
export const ownerBy = (tags: Tags): Owner => (Object.hasOwn(tags, OVERLAY_TAG) ? "overlay" : isOurs(tags) ? "ours" : "watched");
