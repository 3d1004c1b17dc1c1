import { ROOT } from "../ids/index.ts";
import type { OrganizationsResource } from "./registry.ts";
import { compareTags, writeTags } from "./tags.ts";

/** The root of the organization: it exists with it, and only its tags can be declared. */
export const root: OrganizationsResource<"root"> = {
  kind: "root",

  async observe(reader) {
    const { Id = "", Arn } = await reader.root();
    const { tags, notVisible } = await reader.tags(Id);
    return [{ item: { kind: "root", address: ROOT, tags }, id: Id, arn: Arn, owner: "aws", notVisible }];
  },

  compare: (desired, observed) => compareTags(desired.tags, observed),

  async ensure(aws, { change, idOf }) {
    const id = idOf(ROOT);
    await writeTags(aws, id, change.differences);
    return id;
  },

  async remove() {
    throw new TypeError("the root cannot be removed");
  },

  actions: {
    observe: ["organizations:ListRoots", "organizations:ListTagsForResource", "tag:GetResources"],
    ensure: ["organizations:TagResource", "organizations:UntagResource"],
    remove: [],
  },
};
