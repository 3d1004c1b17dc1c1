import type { RequestContext } from "../../policy/index.ts";
import type { Input, Named } from "./subject.ts";

interface SomeTag {
  readonly Key?: string;
  readonly Value?: string;
}

/** Condition keys of tags, and those of them that cannot be told. */
interface TagKeys {
  readonly tags: RequestContext;
  readonly unclear?: readonly string[];
}

/**
 * Tags as condition keys, which AWS compares without case: where two tags differ by case only, "not both" match, and it
 * is not said which does. Source: IAM User Guide, "AWS global condition context keys", aws:ResourceTag.
 */
export function tagKeys(tags: readonly SomeTag[], prefixes: readonly string[]): TagKeys {
  const folded = tags.map(({ Key = "" }) => Key.toLowerCase());
  const isTwice = (_tag: SomeTag, index: number): boolean => folded.indexOf(folded[index] ?? "") !== folded.lastIndexOf(folded[index] ?? "");
  const once = tags.filter((tag, index) => !isTwice(tag, index));
  const context = Object.fromEntries(prefixes.flatMap((prefix) => once.map(({ Key = "", Value = "" }) => [`${prefix}/${Key}`, Value])));
  if (once.length === tags.length) return { tags: context };
  return { tags: context, unclear: prefixes.flatMap((prefix) => folded.filter((_key, index) => isTwice({}, index)).map((key) => `${prefix.toLowerCase()}/${key}`)) };
}

const tagsIn = ({ Tags }: Input): readonly SomeTag[] => (Array.isArray(Tags) ? (Tags as readonly (SomeTag | null)[]).map((tag) => tag ?? {}) : []);

/**
 * The tags that a request brings along.
 * Source: IAM User Guide, "AWS global condition context keys", aws:RequestTag and aws:TagKeys.
 */
export function requestTags(input: Input): RequestContext {
  const tags = tagsIn(input);
  const { TagKeys } = input;
  const keys = Array.isArray(TagKeys) ? TagKeys.filter((key) => typeof key === "string") : tags.map(({ Key = "" }) => Key);
  return { "aws:TagKeys": keys, ...tagKeys(tags, REQUEST).tags };
}

const REQUEST = ["aws:RequestTag"];

/** The keys of a request's tags that cannot be told. */
export const unclearRequestTags = (input: Input): readonly string[] | undefined => tagKeys(tagsIn(input), REQUEST).unclear;

/**
 * Of what is about to be made with tags: the Service Authorization Reference lists aws:ResourceTag with some of these
 * actions, and nothing says whether the new tags count as the resource's.
 */
export const newResourceTags = (input: Input): readonly string[] => tagsIn(input).map(({ Key = "" }) => `aws:resourcetag/${Key.toLowerCase()}`);

/** The tags of a resource. */
export const resourceTags = (tags: readonly SomeTag[] | undefined, ...prefixes: readonly string[]): Omit<Named, "arn"> =>
  tags === undefined ? {} : tagKeys(tags, ["aws:ResourceTag", ...prefixes]);
