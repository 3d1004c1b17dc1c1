import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import { type Address, ouAddress, ouPath, ROOT } from "../ids/index.ts";
import type { Observed, OuItem } from "../inventory/index.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";
import { compareTags, isOurs, tagList, writeTags } from "./tags.ts";

/** Organizational units, found by their path of names. */
export const ous: OrganizationsResource<"ou"> = {
  kind: "ou",

  async observe(reader) {
    const { Id = "" } = await reader.root();
    return below(reader, Id, ROOT);
  },

  compare: (desired, observed) => compareTags(desired.tags, observed),

  async ensure(aws, { change, idOf }) {
    if (change.desired?.kind !== "ou") throw new TypeError(`${change.address} is no OU`);
    if (change.observed !== undefined) {
      await writeTags(aws, change.observed.id, change.differences);
      return change.observed.id;
    }
    const { name, parent, tags } = change.desired;
    const organizations = await aws.organizations();
    try {
      const made = await organizations.createOrganizationalUnit({ ParentId: idOf(parent), Name: name, Tags: tagList(tags) });
      return made.OrganizationalUnit?.Id ?? "";
    } catch (error) {
      if (awsErrorName(error) !== "DuplicateOrganizationalUnitException") throw error;
      const siblings = await children(aws, idOf(parent));
      const same = siblings.find((sibling) => sibling.Name === name);
      if (same?.Id === undefined) throw error;
      return same.Id;
    }
  },

  async remove(aws, { change }) {
    try {
      await (await aws.organizations()).deleteOrganizationalUnit({ OrganizationalUnitId: change.observed?.id });
    } catch (error) {
      if (awsErrorName(error) !== "OrganizationalUnitNotFoundException") throw error;
    }
  },

  actions: {
    observe: ["organizations:ListRoots", "organizations:ListOrganizationalUnitsForParent", "tag:GetResources"],
    ensure: ["organizations:CreateOrganizationalUnit", "organizations:TagResource", "organizations:UntagResource"],
    remove: ["organizations:DeleteOrganizationalUnit"],
  },
};

const children = async (aws: Aws, ParentId: string) => {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listOrganizationalUnitsForParent({ ParentId, NextToken }),
    (page) => page.OrganizationalUnits,
  );
};

/** Every OU below a node, parents before children. */
async function below(reader: Reader, parentId: string, parent: Address): Promise<Observed<OuItem>[]> {
  const units = await children(reader.aws, parentId);
  const levels = await Promise.all(
    units.map(async ({ Id = "", Arn, Name = "" }): Promise<Observed<OuItem>[]> => {
      const address = ouAddress([...ouPath(parent), Name]);
      const { tags, notVisible } = await reader.tags(Id);
      const item: OuItem = { kind: "ou", address, name: Name, parent, tags };
      return [{ item, id: Id, arn: Arn, owner: isOurs(tags) ? "ours" : "watched", notVisible }, ...(await below(reader, Id, address))];
    }),
  );
  return levels.flat();
}
