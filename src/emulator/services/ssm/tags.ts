import { AwsError } from "../../aws-error.ts";
import type { Call, Constraint, Operation } from "../../operation.ts";
import { selected, validation } from "./name.ts";
import { findParameter, parameterTags, type Tag } from "./parameters.ts";

/** Source: Systems Manager API Reference, "TooManyTagsError". */
const MOST_TAGS = 50;
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const KEY: Constraint = { min: 1, max: 128, pattern: TEXT };

export const TAGS: Readonly<Record<string, Constraint>> = {
  Tags: { max: 1000 },
  "Tags[].Key": { ...KEY, required: true },
  "Tags[].Value": { max: 256, pattern: TEXT, required: true },
};

const RESOURCE: Readonly<Record<string, Constraint>> = {
  ResourceType: {
    required: true,
    values: ["Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem", "OpsMetadata", "Automation", "Association"],
  },
  ResourceId: { required: true },
};
const ERRORS = ["InvalidResourceId", "NotImplemented", "ValidationException"];

interface ResourceInput {
  readonly ResourceType: string;
  readonly ResourceId: string;
}

/** Later tags take the place of earlier ones with the same key. */
export function mergedTags(before: readonly Tag[], tags: readonly Tag[]): readonly Tag[] {
  if (tags.some(({ Key }) => /^aws:/i.test(Key))) throw validation("Tag keys that begin with aws: are reserved for AWS.");
  const merged = new Map([...before, ...tags].map((tag) => [tag.Key, tag]));
  if (merged.size > MOST_TAGS) throw new AwsError("TooManyTagsError", `The Targets parameter includes too many tags. A resource has at most ${MOST_TAGS}.`);
  return [...merged.values()];
}

/** The name of the parameter that an input is about. Other resources of Systems Manager are not here. */
function parameterOf(call: Call, { ResourceType, ResourceId }: ResourceInput): string {
  if (ResourceType !== "Parameter") throw new AwsError("NotImplemented", `landfall's emulator does not implement tags of ssm:${ResourceType}`);
  const { name } = selected(ResourceId, call);
  if (!findParameter(call, name)) throw new AwsError("InvalidResourceId", "The resource ID isn't valid. Verify that you entered the correct ID and try again.");
  return name;
}

const addTagsToResource: Operation<ResourceInput & { readonly Tags: readonly Tag[] }, object> = {
  name: "AddTagsToResource",
  input: { ...RESOURCE, ...TAGS, Tags: { max: 1000, required: true } },
  errors: [...ERRORS, "TooManyTagsError"],
  quotas: [`${MOST_TAGS} tags`],
  run(call, input) {
    const name = parameterOf(call, input);
    parameterTags(call).put(name, mergedTags(parameterTags(call).get(name) ?? [], input.Tags));
    return {};
  },
};

const removeTagsFromResource: Operation<ResourceInput & { readonly TagKeys: readonly string[] }, object> = {
  name: "RemoveTagsFromResource",
  input: { ...RESOURCE, TagKeys: { required: true }, "TagKeys[]": KEY },
  errors: ERRORS,
  run(call, input) {
    const name = parameterOf(call, input);
    const before = parameterTags(call).get(name);
    if (before !== undefined) parameterTags(call).put(name, before.filter(({ Key }) => !input.TagKeys.includes(Key)));
    return {};
  },
};

const listTagsForResource: Operation<ResourceInput, object> = {
  name: "ListTagsForResource",
  input: RESOURCE,
  errors: ERRORS,
  run: (call, input) => ({ TagList: parameterTags(call).get(parameterOf(call, input)) ?? [] }),
};

/** Tags of parameters. Source: Systems Manager API Reference, "AddTagsToResource". */
export const tagOperations = [addTagsToResource, removeTagsFromResource, listTagsForResource];
