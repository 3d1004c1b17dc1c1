import type { ResourceTagMapping } from "@aws-sdk/client-resource-groups-tagging-api";
import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import type { Tags } from "../organization/index.ts";
import { likelyPolicyTypes, policySummaries } from "./policies.ts";
import type { Reader } from "./reader.ts";
import { childUnits } from "./units.ts";

/** The tags of everything, and a remark where they could not be read the quick way. */
export interface TagReading {
  of(id: string): Promise<Tags>;
  /** The policy types of all policies that have tags, as ARNs name them: `service_control_policy`; undefined when that cannot be told. */
  readonly policyTypes?: ReadonlySet<string>;
  readonly remark?: string;
}

/** How many things are looked at, at most, to find one that surely has tags. */
const CANARIES = 5;

/**
 * Reads tags in pages of a hundred. The Tagging API answers an empty list, and no error, where it cannot see the
 * organization's things, so it is believed only when something that surely has tags came back in the same read;
 * otherwise each thing is asked on its own. It leaves out what has no tags, which here is the same as having none.
 * Source: Resource Groups Tagging API Reference, GetResources.
 */
export async function readTags(reader: Reader): Promise<TagReading> {
  const { aws } = reader;
  const [listed, canary] = await Promise.all([
    listed100(aws).catch((error: unknown) => (isUnknown(error) ? undefined : Promise.reject(error as Error))),
    knownTagged(reader),
  ]);
  if (listed !== undefined && (canary === undefined || listed.has(canary))) {
    return {
      policyTypes: new Set([...listed.values()].flatMap(({ arn }) => /:policy\/[^/]+\/([^/]+)\//.exec(arn)?.[1] ?? [])),
      of: async (id) => listed.get(id)?.tags ?? {},
    };
  }
  const organizations = await aws.organizations();
  return {
    remark: "Tags were read one by one, which is slow: the Tagging API does not show this organization's things.",
    of: async (ResourceId) => {
      const tags = await allPages(
        (NextToken) => organizations.listTagsForResource({ ResourceId, NextToken }),
        (page) => page.Tags,
      );
      return asRecord(tags);
    },
  };
}

type Listed = ReadonlyMap<string, { readonly arn: string; readonly tags: Tags }>;

/** What has tags, by its id: the accounts, which are many, beside all else. */
async function listed100(aws: Aws): Promise<Listed> {
  const lists = await Promise.all([["organizations:account"], ["organizations:ou", "organizations:policy", "organizations:root"]].map((types) => listedOf(aws, types)));
  return new Map(lists.flat().map(({ ResourceARN: arn = "", Tags: tags }) => [arn.split("/").at(-1) ?? "", { arn, tags: asRecord(tags) }]));
}

/** How often a list is begun again whose pages took longer than their tokens live. */
const BEGINNINGS = 3;

/** The token of a page lives for 15 minutes, which a machine that sleeps may pass: then the list is read anew. Source: API Reference, GetResources. */
async function listedOf(aws: Aws, ResourceTypeFilters: string[], left = BEGINNINGS): Promise<ResourceTagMapping[]> {
  const tagging = await aws.tagging();
  try {
    return await allPages(
      (PaginationToken) => tagging.getResources({ ResourceTypeFilters, ResourcesPerPage: 100, PaginationToken }),
      (page) => page.ResourceTagMappingList,
    );
  } catch (error) {
    if (awsErrorName(error) !== "PaginationTokenExpiredException" || left <= 1) throw error;
    return listedOf(aws.reading(), ResourceTypeFilters, left - 1);
  }
}

/** An endpoint that has no Tagging API at all, as some look-alikes of AWS, answers none of AWS's errors. */
const isUnknown = (error: unknown): boolean => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "UnknownOperationException" || name === "SyntaxError" || $metadata?.httpStatusCode === 404;
};

/** The first of a few OUs, policies and accounts that has tags by the Organizations API. */
async function knownTagged(reader: Reader): Promise<string | undefined> {
  const organizations = await reader.aws.organizations();
  let asked = 0;
  for (const candidates of [unitsOf, policiesOf, accountsOf]) {
    for (const id of (await candidates(reader)).slice(0, CANARIES - asked)) {
      const { Tags: tags } = await organizations.listTagsForResource({ ResourceId: id, NextToken: undefined });
      if ((tags ?? []).length > 0) return id;
      asked += 1;
    }
  }
  return undefined;
}

/** What is tagged more often than not comes first; all of it is read anyway. */
const unitsOf = async (reader: Reader): Promise<(string | undefined)[]> => (await childUnits(reader.aws, (await reader.root()).Id ?? "")).slice(0, 2).map(({ Id }) => Id);
const accountsOf = async (reader: Reader): Promise<(string | undefined)[]> => (await reader.accounts()).accounts.map(({ account }) => account.Id);

async function policiesOf(reader: Reader): Promise<(string | undefined)[]> {
  const lists = await Promise.all((await likelyPolicyTypes(reader)).map(({ type }) => policySummaries(reader.aws, type)));
  return lists.flat().filter(({ AwsManaged }) => AwsManaged !== true).slice(0, 2).map(({ Id }) => Id);
}

const asRecord = (tags: readonly { Key?: string; Value?: string }[] | undefined): Tags => Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]));
