import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import { DELEGATION_POLICY } from "../ids/index.ts";
import type { DelegationPolicyItem, Observed } from "../inventory/index.ts";
import type { Tags } from "../organization/index.ts";
import { type PolicyDocument, policyText } from "../policy/index.ts";
import { contentDifferences } from "./policy-differences.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";
import { compareTags, isOurs, tagList, writeTags } from "./tags.ts";

/**
 * The policy on the organization itself, by which member accounts may manage it. AWS keeps one, and takes its tags only
 * with the first text. Source: Organizations API Reference, PutResourcePolicy.
 */
export const delegationPolicy: OrganizationsResource<"delegation-policy"> = {
  kind: "delegation-policy",

  async observe(reader) {
    const found = await describeDelegation(reader.aws);
    if (found === undefined) return [];
    const { id, arn, content } = found;
    const { tags, notVisible } = await tagsOf(reader, id);
    const item: DelegationPolicyItem = { kind: "delegation-policy", address: DELEGATION_POLICY, document: JSON.parse(content) as PolicyDocument, tags };
    return [{ item, id, arn, owner: isOurs(tags) ? "ours" : "watched", notVisible }] satisfies Observed[];
  },

  compare: (desired, observed) => [...contentDifferences(observed.item.document, desired.document), ...compareTags(desired.tags, observed)],

  async ensure(aws, { change }) {
    const { desired, observed, differences } = change;
    if (desired?.kind !== "delegation-policy") throw new TypeError(`${change.address} is no delegation policy`);
    const organizations = await aws.organizations();
    const Content = policyText(desired.document);
    if (observed !== undefined) {
      if (differences.some(({ field }) => !field.startsWith("tag "))) await organizations.putResourcePolicy({ Content });
      await writeTags(aws, observed.id, differences);
      return observed.id;
    }
    try {
      const { ResourcePolicy } = await organizations.putResourcePolicy({ Content, Tags: tagList(desired.tags) });
      return ResourcePolicy?.ResourcePolicySummary?.Id ?? "";
    } catch (error) {
      // Somebody, or a run whose answer was lost, was first: AWS then takes the text without tags.
      const same = await describeDelegation(aws);
      if (same === undefined) throw error;
      await organizations.putResourcePolicy({ Content });
      await organizations.tagResource({ ResourceId: same.id, Tags: tagList(desired.tags) });
      return same.id;
    }
  },

  async remove(aws) {
    try {
      await (await aws.organizations()).deleteResourcePolicy({});
    } catch (error) {
      if (awsErrorName(error) !== "ResourcePolicyNotFoundException") throw error;
    }
  },

  actions: {
    observe: ["organizations:DescribeResourcePolicy", "organizations:ListTagsForResource"],
    ensure: ["organizations:PutResourcePolicy", "organizations:DescribeResourcePolicy", "organizations:TagResource", "organizations:UntagResource"],
    remove: ["organizations:DeleteResourcePolicy"],
  },
};

export async function describeDelegation(aws: Aws): Promise<{ readonly id: string; readonly arn: string | undefined; readonly content: string } | undefined> {
  try {
    const { ResourcePolicy } = await (await aws.organizations()).describeResourcePolicy({});
    const { Id: id = "", Arn: arn } = ResourcePolicy?.ResourcePolicySummary ?? {};
    return { id, arn, content: ResourcePolicy?.Content ?? "{}" };
  } catch (error) {
    if (awsErrorName(error) === "ResourcePolicyNotFoundException") return undefined;
    throw error;
  }
}

/** Unconfirmed: whether the Tagging API lists delegation policies; there is one at most, so it is asked for itself. */
async function tagsOf(reader: Reader, ResourceId: string): Promise<{ tags: Tags } & Pick<Observed, "notVisible">> {
  const { notVisible } = await reader.tags(ResourceId);
  if (notVisible !== undefined) return { tags: {}, notVisible };
  const organizations = await reader.aws.organizations();
  const tags = await allPages(
    (NextToken) => organizations.listTagsForResource({ ResourceId, NextToken }),
    (page) => page.Tags,
  );
  return { tags: Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value])) };
}
