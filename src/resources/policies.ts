import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import { policyAddress } from "../ids/index.ts";
import type { Observed, PolicyItem } from "../inventory/index.ts";
import { type PolicyTypeFacts, policyTypeFacts } from "../limits/index.ts";
import { type PolicyContent, policyText } from "../policy/index.ts";
import { comparePolicyItems } from "./policy-differences.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";
import { ownerBy, tagList, writeTags } from "./tags.ts";

/** Organization policies, found by type and name. Documents are sent minified, since AWS counts white space. */
export const policies: OrganizationsResource<"policy"> = {
  kind: "policy",

  async observe(reader, { moved }) {
    const types = await typesWithPolicies(reader);
    const lists = await Promise.all(types.map((facts) => ofType(reader, facts)));
    const all = lists.flat();
    const taken = new Set(all.map(({ item }) => item.address));
    return all.map((observed) => {
      const to = moved.get(observed.item.address);
      return to === undefined || taken.has(to) ? observed : { ...observed, item: { ...observed.item, address: to } };
    });
  },

  compare: comparePolicyItems,

  async ensure(aws, { change }) {
    if (change.desired?.kind !== "policy") throw new TypeError(`${change.address} is no policy`);
    const { name, description, document, policyKind, tags } = change.desired;
    const { type } = policyTypeFacts(policyKind);
    const organizations = await aws.organizations();
    const content = { Name: name, Description: description, Content: policyText(document) };
    if (change.observed !== undefined) {
      const PolicyId = change.observed.id;
      if (change.differences.some(({ field }) => !field.startsWith("tag "))) await organizations.updatePolicy({ PolicyId, ...content });
      await writeTags(aws, PolicyId, change.differences);
      return PolicyId;
    }
    try {
      const made = await organizations.createPolicy({ ...content, Type: type, Tags: tagList(tags) });
      return made.Policy?.PolicySummary?.Id ?? "";
    } catch (error) {
      if (awsErrorName(error) !== "DuplicatePolicyException") throw error;
      const same = (await policySummaries(aws, type)).find(({ Name }) => Name === name);
      if (same?.Id === undefined) throw error;
      await organizations.updatePolicy({ PolicyId: same.Id, ...content });
      return same.Id;
    }
  },

  async remove(aws, { change }) {
    try {
      await (await aws.organizations()).deletePolicy({ PolicyId: change.observed?.id });
    } catch (error) {
      if (awsErrorName(error) !== "PolicyNotFoundException") throw error;
    }
  },

  actions: {
    observe: ["organizations:ListPolicies", "organizations:DescribePolicy", "tag:GetResources"],
    ensure: ["organizations:CreatePolicy", "organizations:UpdatePolicy", "organizations:TagResource", "organizations:UntagResource"],
    remove: ["organizations:DeletePolicy"],
  },
};

export async function policySummaries(aws: Aws, Filter: PolicyTypeFacts["type"]) {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listPolicies({ Filter, NextToken }),
    (page) => page.Policies,
  );
}

/** Whether a type is enabled, or the file declares it or a policy of it that is to go: those are read at once. */
export async function likelyPolicyTypes({ root, desired, remove, policyTypes: types }: Reader): Promise<readonly PolicyTypeFacts[]> {
  const { PolicyTypes = [] } = await root();
  const declared = new Set([...desired.values()].flatMap((item) => (item.kind === "policy" || item.kind === "policy-type" ? [item.policyKind] : [])));
  const isToGo = (kind: string): boolean => [...remove].some((address) => address.startsWith(`policy:${kind}/`));
  return types.filter(({ kind, type }) => declared.has(kind) || isToGo(kind) || PolicyTypes.some(({ Type }) => Type === type));
}

/**
 * Types whose policies are read: besides the likely ones those of which some policy has tags, as ours have. Policies of
 * others made for a type that is off, without tags, have no effect and are not looked for, at a call for each type,
 * unless the file declares nothing.
 */
async function typesWithPolicies(reader: Reader): Promise<readonly PolicyTypeFacts[]> {
  if (reader.desired.size === 0) return reader.policyTypes;
  const likely = await likelyPolicyTypes(reader);
  const tagged = await reader.taggedPolicyTypes();
  return reader.policyTypes.filter((facts) => likely.includes(facts) || tagged === undefined || tagged.has(facts.type.toLowerCase()));
}

/** What was not read, in words; nothing when all was. */
export async function policiesNotRead(reader: Reader): Promise<string[]> {
  const left = reader.policyTypes.length - (await typesWithPolicies(reader)).length;
  return left === 0 ? [] : [`Policies that others left without tags in the ${left} policy types that are off were not looked for: they have no effect.`];
}

/** What a policy says, read once. */
export async function policyContent(aws: Aws, PolicyId: string): Promise<string> {
  return (await (await aws.organizations()).describePolicy({ PolicyId })).Policy?.Content ?? "";
}

/** The customer's policies with their text, and AWS's own without: nothing compares those. */
async function ofType(reader: Reader, facts: PolicyTypeFacts): Promise<Observed<PolicyItem>[]> {
  const found = await policySummaries(reader.aws, facts.type);
  return Promise.all(
    found.map(async ({ Id = "", Arn, Name = "", Description = "", AwsManaged = false }) => {
      const [{ tags, notVisible }, content] = await Promise.all([reader.tags(Id), AwsManaged ? FULL_ACCESS : policyContent(reader.aws, Id)]);
      const item: PolicyItem = {
        kind: "policy",
        address: policyAddress(facts.kind, Name),
        policyKind: facts.kind,
        name: Name,
        description: Description,
        // AWS keeps only documents of its own grammar.
        document: JSON.parse(content) as PolicyContent,
        tags,
      };
      return { item, id: Id, arn: Arn, owner: AwsManaged ? "aws" : ownerBy(tags), notVisible };
    }),
  );
}

const FULL_ACCESS = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
