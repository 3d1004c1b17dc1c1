import { AwsError } from "../../aws-error.ts";
import type { Call, Constraint, Operation } from "../../operation.ts";
import type { Table } from "../../world.ts";
import { selected, validation } from "./name.ts";
import { findParameter } from "./parameters.ts";

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Source: Systems Manager API Reference, "Tag" and "TooManyTagsError". */
const MOST_TAGS = 50;
const TAG_TEXT = /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u;
export const TAGS: Readonly<Record<string, Constraint>> = {
  Tags: { max: 1000 },
  "Tags[].Key": { required: true, min: 1, max: 128, pattern: TAG_TEXT },
  "Tags[].Value": { required: true, max: 256, pattern: TAG_TEXT },
};
const RESOURCE: Readonly<Record<string, Constraint>> = {
  ResourceType: {
    required: true,
    values: ["Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem", "OpsMetadata", "Automation", "Association"],
  },
  ResourceId: { required: true },
};

interface Resource {
  readonly ResourceType: string;
  readonly ResourceId: string;
}

const tagsTable = ({ world, principal, region }: Call): Table<readonly Tag[]> => world.table(`ssm/tags/${principal.accountId}/${region}`);

export const parameterTags = (call: Call, name: string): readonly Tag[] => tagsTable(call).get(name) ?? [];

export const forgetTags = (call: Call, name: string): void => tagsTable(call).delete(name);

/** Adds tags, or gives existing keys new values. Unconfirmed: how AWS refuses its own keys, and keys given twice. */
export function putTags(call: Call, name: string, tags: readonly Tag[]): void {
  if (tags.some(({ Key }) => /^aws:/i.test(Key))) throw validation("Tag keys can't begin with aws:, which is reserved for AWS.");
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) throw validation("Tag keys must be unique.");
  const merged = new Map([...parameterTags(call, name), ...tags].map(({ Key, Value }) => [Key, { Key, Value }]));
  if (merged.size > MOST_TAGS) throw new AwsError("TooManyTagsError", "The Targets parameter includes too many tags. Remove one or more tags and try the command again.");
  tagsTable(call).put(name, [...merged.values()]);
}

/** The name of an existing parameter. What else Systems Manager can tag is not there. */
function parameterNamed(call: Call, { ResourceType, ResourceId }: Resource): string {
  if (ResourceType !== "Parameter") throw new AwsError("NotImplemented", `landfall's emulator does not implement tags of ssm resources of type ${ResourceType}`);
  const { name } = selected(ResourceId, call);
  if (!findParameter(call, name)) throw new AwsError("InvalidResourceId", "The resource ID isn't valid. Verify that you entered the correct ID and try again.");
  return name;
}

const addTagsToResource: Operation<Resource & { readonly Tags: readonly Tag[] }, object> = {
  name: "AddTagsToResource",
  input: { ...RESOURCE, ...TAGS, Tags: { required: true, max: 1000 } },
  run(call, input) {
    putTags(call, parameterNamed(call, input), input.Tags);
    return {};
  },
};

const removeTagsFromResource: Operation<Resource & { readonly TagKeys: readonly string[] }, object> = {
  name: "RemoveTagsFromResource",
  input: { ...RESOURCE, TagKeys: { required: true }, "TagKeys[]": { min: 1, max: 128, pattern: TAG_TEXT } },
  run(call, input) {
    const name = parameterNamed(call, input);
    tagsTable(call).put(name, parameterTags(call, name).filter(({ Key }) => !input.TagKeys.includes(Key)));
    return {};
  },
};

const listTagsForResource: Operation<Resource, { readonly TagList: readonly Tag[] }> = {
  name: "ListTagsForResource",
  input: RESOURCE,
  run: (call, input) => ({ TagList: parameterTags(call, parameterNamed(call, input)) }),
};

export const tagOperations = [addTagsToResource, removeTagsFromResource, listTagsForResource];
