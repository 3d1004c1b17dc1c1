import type { Organization, Root } from "@aws-sdk/client-organizations";
import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import type { ItemKind, Observed } from "../inventory/index.ts";
import type { Tags } from "../organization/index.ts";

export type Excludable = ItemKind | "tags";

/** The way to AWS while reading: each distinct call is made once, and what several kinds need is asked in one place. */
export interface Reader {
  readonly aws: Aws;
  readonly managementAccountId: () => Promise<string>;
  /** Undefined when the account is in no organization. */
  readonly organization: () => Promise<Organization | undefined>;
  readonly root: () => Promise<Root>;
  /** The tags of a thing by its id, and whether tags can be seen at all. */
  readonly tags: (id: string) => Promise<{ tags: Tags } & Pick<Observed, "notVisible">>;
}

export function awsReader(aws: Aws, exclude: readonly Excludable[]): Reader {
  const all = once(() => allTags(aws));
  const organization = once(() => describe(aws));
  return {
    aws,
    organization,
    managementAccountId: once(() => managementAccount(aws, organization)),
    root: once(() => onlyRoot(aws)),
    tags: async (id) => (exclude.includes("tags") ? { tags: {}, notVisible: ["tags"] } : { tags: (await all()).get(id) ?? {} }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function describe(aws: Aws): Promise<Organization | undefined> {
  try {
    return (await (await aws.organizations()).describeOrganization({})).Organization;
  } catch (error) {
    if (awsErrorName(error) === "AWSOrganizationsNotInUseException") return undefined;
    throw error;
  }
}

/** The caller's account, which must own the organization if there is one. */
async function managementAccount(aws: Aws, organization: () => Promise<Organization | undefined>): Promise<string> {
  const [caller, existing] = await Promise.all([(await aws.sts()).getCallerIdentity({}), organization()]);
  const callerId = caller.Account ?? "";
  const ownerId = existing?.MasterAccountId ?? callerId;
  if (ownerId === callerId) return callerId;
  throw new LandfallError(
    {
      code: "LF7006",
      severity: "error",
      summary: `The credentials are those of account ${callerId}; the organization ${existing?.Id ?? ""} belongs to ${ownerId}.`,
      fix: `Use credentials of the management account ${ownerId}.`,
    },
    "credentials",
  );
}

async function onlyRoot(aws: Aws): Promise<Root> {
  const answer = await (await aws.organizations()).listRoots({});
  const root = answer.Roots?.[0];
  if (root === undefined) throw new TypeError("AWS listed no root");
  return root;
}

/**
 * All tags of the organization's things, by id, in pages of a hundred. The Tagging API leaves out what has no tags,
 * which here is the same as having none. Source: Resource Groups Tagging API, GetResources.
 */
async function allTags(aws: Aws): Promise<Map<string, Tags>> {
  const tagging = await aws.tagging();
  const types = ["organizations:account", "organizations:ou", "organizations:policy", "organizations:root"];
  const mappings = await allPages(
    (PaginationToken) => tagging.getResources({ ResourceTypeFilters: types, ResourcesPerPage: 100, PaginationToken }),
    (page) => page.ResourceTagMappingList,
  );
  return new Map(
    mappings.map(({ ResourceARN, Tags: tags }) => [
      (ResourceARN ?? "").split("/").at(-1) ?? "",
      Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""])),
    ]),
  );
}
