import { expand } from "../../inventory/index.ts";
import { policyAddress } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../limits/index.ts";
import type { Tags } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** What one thing states is the shape check's; here is what it gets with the organization's tags and landfall's own. */
export const tagCount: Rule = {
  code: "LF2017",
  name: "tag-count",
  severity: "error",
  source: "Organizations User Guide, Quotas and service limits",
  check: (subject) => {
    if (mostTags(subject) <= QUOTAS.tagsPerResource) return [];
    const tooMany = [...expand(subject.organization).values()].flatMap((item) => {
      const number = "tags" in item ? Object.keys(item.tags).length : 0;
      return number > QUOTAS.tagsPerResource ? [{ address: item.address, number }] : [];
    });
    if (tooMany.length === 0) return [];
    const places = placesByAddress(subject);
    return tooMany.map(({ address, number }) => ({
      address,
      path: places.get(address) ?? [],
      summary: `${address} gets ${number} tags with those of the organization and landfall's own; AWS allows ${QUOTAS.tagsPerResource}.`,
    }));
  },
};

/** Stage, service, owner, state and address become tags as well. */
const MADE = 5;

/** No thing has more tags than this; expanding a large organization only to count takes longer than all other rules. */
function mostTags({ organization, targets, policies }: Subject): number {
  const size = (tags: Tags | undefined): number => Object.keys(tags ?? {}).length;
  const own = [...targets.map(({ declared }) => declared), ...policies.values()].reduce((most, { tags }) => Math.max(most, size(tags)), 0);
  return size(organization.tags) + own + MADE;
}

const placesByAddress = ({ targets, policies }: Subject) =>
  new Map([
    ...targets.map(({ address, path }) => [address, path] as const),
    ...[...policies].map(([key, { type, name }]) => [policyAddress(type, name ?? key), ["policies", key]] as const),
  ]);
