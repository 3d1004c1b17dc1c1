import { allPages, type Aws } from "../aws/index.ts";
import type { Tags } from "../organization/index.ts";

/** The tags of everything, and a remark where they could not be read the quick way. */
export interface TagReading {
  of(id: string): Promise<Tags>;
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
export async function readTags(aws: Aws): Promise<TagReading> {
  const listed = await listed100(aws).catch((error: unknown) => (isUnknown(error) ? undefined : Promise.reject(error as Error)));
  const canary = await knownTagged(aws);
  const blind = listed === undefined || (canary !== undefined && !listed.has(canary));
  if (!blind) return { of: async (id) => listed.get(id) ?? {} };
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

async function listed100(aws: Aws): Promise<Map<string, Tags>> {
  const tagging = await aws.tagging();
  const types = ["organizations:account", "organizations:ou", "organizations:policy", "organizations:root"];
  const mappings = await allPages(
    (PaginationToken) => tagging.getResources({ ResourceTypeFilters: types, ResourcesPerPage: 100, PaginationToken }),
    (page) => page.ResourceTagMappingList,
  );
  return new Map(mappings.map(({ ResourceARN, Tags: tags }) => [(ResourceARN ?? "").split("/").at(-1) ?? "", asRecord(tags)]));
}

/** An endpoint that has no Tagging API at all, as some look-alikes of AWS, answers none of AWS's errors. */
const isUnknown = (error: unknown): boolean => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "UnknownOperationException" || name === "SyntaxError" || $metadata?.httpStatusCode === 404;
};

/** The first of a few OUs, policies and accounts that has tags by the Organizations API; these reads are made anyway. */
async function knownTagged(aws: Aws): Promise<string | undefined> {
  const organizations = await aws.organizations();
  const { Roots } = await organizations.listRoots({});
  const rootId = Roots?.[0]?.Id;
  if (rootId === undefined) return undefined;
  const [units, policies, accounts] = await Promise.all([
    organizations.listOrganizationalUnitsForParent({ ParentId: rootId, NextToken: undefined }),
    organizations.listPolicies({ Filter: "SERVICE_CONTROL_POLICY", NextToken: undefined }),
    organizations.listAccounts({ NextToken: undefined }),
  ]);
  const candidates = [
    ...(units.OrganizationalUnits ?? []).slice(0, 2),
    ...(policies.Policies ?? []).filter(({ AwsManaged }) => AwsManaged !== true).slice(0, 2),
    ...(accounts.Accounts ?? []),
  ].slice(0, CANARIES);
  for (const { Id } of candidates) {
    const { Tags: tags } = await organizations.listTagsForResource({ ResourceId: Id, NextToken: undefined });
    if ((tags ?? []).length > 0) return Id;
  }
  return undefined;
}

const asRecord = (tags: readonly { Key?: string; Value?: string }[] | undefined): Tags => Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]));
