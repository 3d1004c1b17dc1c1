import type { AccountItem, Item, Observed } from "../../inventory/index.ts";
import type { Tags } from "../../organization/index.ts";
import { isPolicyDocument, normalizePolicy, type PolicyContent } from "../../policy/index.ts";
import { textOf } from "../text-of.ts";

/** What landfall writes of a thing, in one form for all ways to say it; undefined of what is only there or not. */
export function contentOf(item: Item): string | undefined {
  const parts = partsOf(item);
  return parts === undefined ? undefined : textOf(parts);
}

/**
 * What `contentOf` may have given of a thing that AWS still has as a run left it; undefined where that cannot be told:
 * of what others made only the tags count that the file states, and AWS's settings policies have no one form.
 */
export function contentsOf({ item, owner, notVisible }: Observed): readonly (string | undefined)[] | undefined {
  if ("tags" in item && (owner !== "ours" || notVisible?.includes("tags") === true)) return undefined;
  if ("document" in item && !isPolicyDocument(item.document)) return undefined;
  // The file may state no name: then the account's own does not count.
  return item.kind === "account" ? [contentOf(item), contentOf({ ...item, name: "" })] : [contentOf(item)];
}

function partsOf(item: Item): object | undefined {
  switch (item.kind) {
    case "root":
      return { tags: own(item.tags) };
    case "ou":
      return { name: item.name, tags: own(item.tags) };
    case "account":
      return { parent: item.management ? undefined : item.parent, name: nameOf(item), tags: own(item.tags) };
    case "policy":
      return { name: item.name, description: item.description, document: normal(item.document), tags: own(item.tags) };
    case "delegation-policy":
      return { document: normal(item.document), tags: own(item.tags) };
    case "contact":
      return { contact: item.contact };
    default:
      return undefined;
  }
}

const nameOf = ({ name, nameIsKey, management }: AccountItem): string | undefined => (management || nameIsKey === true || name === "" ? undefined : name);

const normal = (document: PolicyContent): PolicyContent => (isPolicyDocument(document) ? normalizePolicy(document) : document);

/** AWS's own tags are nobody's to change. */
const own = (tags: Tags): Tags => Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:")));
