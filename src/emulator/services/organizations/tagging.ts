import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import { required, TAGGABLE, TAG_KEYS, TAGS } from "./constraints.ts";
import { invalidInput, targetNotFound } from "./errors.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import { page } from "./page.ts";
import { managedPolicy } from "./managed-policies.ts";
import { arnOfId } from "./resources.ts";
import type { Tag } from "./state.ts";
import { tagsTable } from "./state.ts";
import { putTags, refuseSystemTags } from "./tags.ts";

/**
 * What can be tagged: accounts, OUs, the root, the customer's policies and the delegation policy.
 * Unconfirmed: how AWS refuses tags for its own policies.
 */
function findResource({ world, organization }: OrganizationCall, id: string): { readonly id: string; readonly arn: string } {
  if (managedPolicy(id) !== undefined) throw invalidInput("TARGET_NOT_SUPPORTED", "You can't tag a policy that is managed by AWS.");
  const arn = arnOfId(world, organization, id);
  if (arn === undefined) throw targetNotFound();
  return { id, arn };
}

const tagResource = operation<{ ResourceId: string; Tags: readonly Tag[] }, object>({
  name: "TagResource",
  callers: "delegated",
  input: { ResourceId: required(TAGGABLE), Tags: { required: true }, ...TAGS },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "InvalidInputException.DUPLICATE_TAG_KEY", "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER",
    "InvalidInputException.TARGET_NOT_SUPPORTED", "TargetNotFoundException",
  ],
  quotas: [`${QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    putTags(call.world, findResource(call, input.ResourceId), input.Tags);
    return {};
  },
});

/** Keys the resource does not have are passed over. */
const untagResource = operation<{ ResourceId: string; TagKeys: readonly string[] }, object>({
  name: "UntagResource",
  callers: "delegated",
  input: { ResourceId: required(TAGGABLE), ...TAG_KEYS },
  errors: ["InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "InvalidInputException.TARGET_NOT_SUPPORTED", "TargetNotFoundException"],
  run(call, input) {
    const { id } = findResource(call, input.ResourceId);
    refuseSystemTags(input.TagKeys);
    const record = tagsTable(call.world).get(id);
    if (record === undefined) return {};
    // The record stays without tags: the tagging API goes on to show what was tagged once.
    tagsTable(call.world).put(id, { ...record, tags: record.tags.filter(({ Key }) => !input.TagKeys.includes(Key)) });
    return {};
  },
});

/** It takes no page size, and at most fifty tags can be there. Unconfirmed: that AWS answers them in one page. */
const TAGS_PER_PAGE = 50;

const listTagsForResource = operation<{ ResourceId: string; NextToken?: string }, object>({
  name: "ListTagsForResource",
  callers: "delegated",
  input: { ResourceId: required(TAGGABLE), NextToken: { max: 100_000 } },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "InvalidInputException.TARGET_NOT_SUPPORTED", "TargetNotFoundException"],
  run(call, input) {
    const managed = managedPolicy(input.ResourceId) !== undefined;
    const id = managed ? input.ResourceId : findResource(call, input.ResourceId).id;
    const byKey = new Map((tagsTable(call.world).get(id)?.tags ?? []).map((tag) => [tag.Key, tag]));
    const rows = Array.from(byKey.keys(), (key, index) => [key, { seq: index + 1 }] as const);
    const asked = { NextToken: input.NextToken, MaxResults: TAGS_PER_PAGE };
    const { items, NextToken } = page(call, ["ListTagsForResource", id], rows, asked, (key) => byKey.get(key));
    return { Tags: items, NextToken };
  },
});

export const taggingOperations = [tagResource, untagResource, listTagsForResource];
