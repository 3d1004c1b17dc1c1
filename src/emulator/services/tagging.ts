import { partitionOfRegion } from "../../ids/index.ts";
import { AwsError } from "../aws-error.ts";
import type { Call, Operation, Service } from "../operation.ts";
import { knownAccountsTable, organizationsTable, tagsTable, type Tag, type TagRecord } from "./organizations/index.ts";
import { parameterArn, parameterTags } from "./ssm/index.ts";

interface TagFilter {
  readonly Key?: string;
  readonly Values?: readonly string[];
}

interface GetResourcesInput {
  readonly PaginationToken?: string;
  readonly TagFilters?: readonly TagFilter[];
  readonly ResourcesPerPage?: number;
  readonly TagsPerPage?: number;
  readonly ResourceTypeFilters?: readonly string[];
  readonly IncludeComplianceDetails?: boolean;
  readonly ExcludeCompliantResources?: boolean;
  readonly ResourceARNList?: readonly string[];
}

interface ResourceTagMapping {
  readonly ResourceARN: string;
  readonly Tags: readonly Tag[];
}

interface GetResourcesOutput {
  readonly PaginationToken: string;
  readonly ResourceTagMappingList: readonly ResourceTagMapping[];
}

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 100;
const TOKEN_LIFETIME = 15 * 60 * 1000;

/**
 * Resources that are or were tagged; never one that was not.
 * Source: Resource Groups Tagging API Reference, "GetResources".
 * Unconfirmed: the page size when none is asked for.
 */
const getResources: Operation<GetResourcesInput, GetResourcesOutput> = {
  name: "GetResources",
  input: {
    PaginationToken: { max: 2048 },
    TagFilters: { max: 50 },
    "TagFilters[].Key": { required: true, min: 1, max: 128 },
    "TagFilters[].Values": { max: 20 },
    "TagFilters[].Values[]": { max: 256 },
    ResourcesPerPage: { min: 1, max: LARGEST_PAGE },
    ResourceTypeFilters: { max: 100 },
    "ResourceTypeFilters[]": { max: 256 },
    ResourceARNList: { min: 1, max: 100 },
    "ResourceARNList[]": { min: 1, max: 1011 },
  },
  errors: ["InvalidParameterException", "NotImplemented", "PaginationTokenExpiredException"],
  run(call, input) {
    refuseCombinations(input);
    const start = input.PaginationToken ? startOf(input.PaginationToken, call.now) : 0;
    const end = start + (input.ResourcesPerPage ?? DEFAULT_PAGE);
    const isWanted = filterOf(input);
    const page: ResourceTagMapping[] = [];
    let found = 0;
    for (const record of taggedResources(call)) {
      if (!isWanted(record)) continue;
      // AWS ends the listing with an empty token, not with none.
      if (found === end) return { PaginationToken: tokenFor(end, call.now), ResourceTagMappingList: page };
      if (found >= start) page.push({ ResourceARN: record.arn, Tags: record.tags });
      found += 1;
    }
    return { PaginationToken: "", ResourceTagMappingList: page };
  },
};

/** The account's tagged resources in the Region: parameters, and what is the organization's. */
function* taggedResources(call: Call): Generator<TagRecord> {
  yield* organizationResources(call);
  for (const [name, tags] of parameterTags(call).entries()) yield { arn: parameterArn(name, call), tags };
}

/** Tags of an organization are seen by its management account alone, from the one Region where Organizations is; from elsewhere the list is empty. */
function organizationResources({ world, principal, region }: Call): Iterable<TagRecord> {
  if (region !== partitionOfRegion(region)?.organizationsRegion) return [];
  const organization = organizationsTable(world).get(knownAccountsTable(world).get(principal.accountId)?.organizationId ?? "");
  return organization?.managementAccountId === principal.accountId ? ownedBy(principal.accountId, tagsTable(world).values()) : [];
}

function* ownedBy(accountId: string, records: Iterable<TagRecord>): Generator<TagRecord> {
  const owner = `:organizations::${accountId}:`;
  for (const record of records) if (record.arn.includes(owner)) yield record;
}

function refuseCombinations(input: GetResourcesInput): void {
  if (input.IncludeComplianceDetails) throw invalid("landfall's emulator does not compute compliance with tag policies.", "NotImplemented");
  if (input.ExcludeCompliantResources) throw invalid("You can specify ExcludeCompliantResources only if IncludeComplianceDetails is true.");
  // Which of IAM's kinds AWS finds here is not confirmed, so none is asked for by name and left out without a word.
  if (input.ResourceTypeFilters?.some((type) => /^iam(:|$)/.test(type))) throw invalid("landfall's emulator does not find resources of iam by their tags.", "NotImplemented");
  if (input.TagsPerPage !== undefined) throw invalid("landfall's emulator pages by ResourcesPerPage only.", "NotImplemented");
  if (!input.ResourceARNList) return;
  const others = [input.ResourceTypeFilters, input.TagFilters, input.ResourcesPerPage, input.PaginationToken || undefined];
  if (others.some((other) => other !== undefined)) throw invalid("You can't specify ResourceARNList together with filters or pagination parameters.");
}

/** The tests of a request; made once, because they run over everything that is tagged. */
function filterOf({ ResourceARNList, ResourceTypeFilters = [], TagFilters = [] }: GetResourcesInput): (record: TagRecord) => boolean {
  const arns = ResourceARNList && new Set(ResourceARNList);
  const types = ResourceTypeFilters.map(typeTest);
  return ({ arn, tags }) =>
    (arns === undefined || arns.has(arn)) &&
    (types.length === 0 || types.some((isOfType) => isOfType(arn))) &&
    TagFilters.every(({ Key, Values }) => tags.some((tag) => tag.Key === Key && (!Values?.length || Values.includes(tag.Value))));
}

/** `organizations` matches every resource of the service, `organizations:ou` those whose resource part begins with `ou/`. */
function typeTest(type: string): (arn: string) => boolean {
  const [service = "", kind] = type.split(":", 2);
  return (arn) => arn.includes(`:${service}:`) && (kind === undefined || arn.includes(`:${kind}/`));
}

const tokenFor = (start: number, now: number): string => Buffer.from(JSON.stringify([start, now])).toString("base64");

function startOf(token: string, now: number): number {
  let start: unknown;
  let madeAt: unknown;
  try {
    [start, madeAt] = JSON.parse(Buffer.from(token, "base64").toString()) as unknown[];
  } catch {
    throw invalid("The pagination token is not valid.");
  }
  if (typeof start !== "number" || typeof madeAt !== "number") throw invalid("The pagination token is not valid.");
  if (now - madeAt > TOKEN_LIFETIME) throw new AwsError("PaginationTokenExpiredException", "The pagination token has expired.");
  return start;
}

const invalid = (message: string, code = "InvalidParameterException"): AwsError => new AwsError(code, message);

interface TokenInput {
  readonly PaginationToken?: string;
}

/** One page of texts, each once and sorted. Unconfirmed: the size of a page. */
function pageOf(call: Call, texts: Iterable<string>, { PaginationToken }: TokenInput): { readonly items: readonly string[]; readonly PaginationToken: string } {
  const sorted = [...new Set(texts)].toSorted();
  const start = PaginationToken ? startOf(PaginationToken, call.now) : 0;
  const end = start + LARGEST_PAGE;
  return { items: sorted.slice(start, end), PaginationToken: end < sorted.length ? tokenFor(end, call.now) : "" };
}

const PAGE_ERRORS = ["InvalidParameterException", "PaginationTokenExpiredException"];
const tagsOf = (call: Call): readonly Tag[] => Array.from(taggedResources(call), ({ tags }) => tags).flat();

/** Source: Resource Groups Tagging API Reference, "GetTagKeys". */
const getTagKeys: Operation<TokenInput, object> = {
  name: "GetTagKeys",
  input: { PaginationToken: { max: 2048 } },
  errors: PAGE_ERRORS,
  run(call, input) {
    const { items, ...rest } = pageOf(call, tagsOf(call).map(({ Key }) => Key), input);
    return { TagKeys: items, ...rest };
  },
};

/** Source: Resource Groups Tagging API Reference, "GetTagValues". */
const getTagValues: Operation<TokenInput & { readonly Key: string }, object> = {
  name: "GetTagValues",
  input: { PaginationToken: { max: 2048 }, Key: { required: true, min: 1, max: 128 } },
  errors: PAGE_ERRORS,
  run(call, input) {
    const { items, ...rest } = pageOf(call, tagsOf(call).flatMap(({ Key, Value }) => (Key === input.Key ? [Value] : [])), input);
    return { TagValues: items, ...rest };
  },
};

/** Resource Groups Tagging API, version 2017-01-26. */
export const tagging: Service = { id: "resource-groups-tagging-api", operations: [getResources, getTagKeys, getTagValues] };
