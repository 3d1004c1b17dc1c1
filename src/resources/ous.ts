import { awsErrorName } from "../aws/index.ts";
import { type Address, ouAddress, ouPath, parentOu, ROOT } from "../ids/index.ts";
import type { Observed, OuItem, Statements } from "../inventory/index.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";
import { compareTags, isOurs, tagList, writeTags } from "./tags.ts";
import { childUnits, type Units } from "./units.ts";

/** Organizational units, found by their path of names. */
export const ous: OrganizationsResource<"ou"> = {
  kind: "ou",

  async observe(reader, { moved }) {
    const [{ Id = "" }, units] = await Promise.all([reader.root(), reader.units()]);
    return below({ reader, units, moved }, Id, ROOT);
  },

  compare(desired, observed) {
    const before = observed.item.name;
    const name = before === desired.name ? [] : [{ field: "name", before, after: desired.name }];
    return [...name, ...compareTags(desired.tags, observed)];
  },

  async ensure(aws, { change, idOf }) {
    if (change.desired?.kind !== "ou") throw new TypeError(`${change.address} is no OU`);
    if (change.observed !== undefined) {
      const OrganizationalUnitId = change.observed.id;
      const isRenamed = change.differences.some(({ field }) => field === "name");
      if (isRenamed) await (await aws.organizations()).updateOrganizationalUnit({ OrganizationalUnitId, Name: change.desired.name });
      await writeTags(aws, OrganizationalUnitId, change.differences);
      return OrganizationalUnitId;
    }
    const { name, parent, tags } = change.desired;
    const organizations = await aws.organizations();
    try {
      const made = await organizations.createOrganizationalUnit({ ParentId: idOf(parent), Name: name, Tags: tagList(tags) });
      return made.OrganizationalUnit?.Id ?? "";
    } catch (error) {
      if (awsErrorName(error) !== "DuplicateOrganizationalUnitException") throw error;
      const siblings = await childUnits(aws, idOf(parent));
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
    ensure: ["organizations:CreateOrganizationalUnit", "organizations:UpdateOrganizationalUnit", "organizations:TagResource", "organizations:UntagResource"],
    remove: ["organizations:DeleteOrganizationalUnit"],
  },
};

interface Tree {
  readonly reader: Reader;
  readonly units: Units;
  readonly moved: Statements["moved"];
}

/** Every OU below a node, parents before children. */
async function below(tree: Tree, parentId: string, parent: Address): Promise<Observed<OuItem>[]> {
  const units = await Promise.all((tree.units.get(parentId) ?? []).map(async (unit) => ({ ...unit, ...(await tree.reader.tags(unit.Id ?? "")) })));
  const siblings = units.map(({ Name = "", tags }) => ({ address: ouAddress([...ouPath(parent), Name]), ours: isOurs(tags) }));
  const levels = await Promise.all(
    units.map(async ({ Id = "", Arn, Name = "", tags, notVisible }, index): Promise<Observed<OuItem>[]> => {
      const address = renamed(siblings, index, tree.moved);
      const item: OuItem = { kind: "ou", address, name: Name, parent, tags };
      return [{ item, id: Id, arn: Arn, owner: isOurs(tags) ? "ours" : "watched", notVisible }, ...(await below(tree, Id, address))];
    }),
  );
  return levels.flat();
}

interface Sibling {
  readonly address: Address;
  readonly ours: boolean;
}

/**
 * An OU's address in the file: a new name beside the same siblings is a rename. AWS cannot move an OU, so one that has
 * another parent in the file stays under its old address, and is built anew beside it. After two renames two siblings
 * may have a name that was once the OU's: ours is meant before one that somebody made by hand, and then the later name.
 */
function renamed(siblings: readonly Sibling[], index: number, moved: Statements["moved"]): Address {
  const newNameOf = ({ address }: Sibling): Address | undefined => {
    const to = moved.get(address);
    return to !== undefined && parentOu(to) === parentOu(address) && !siblings.some((other) => other.address === to) ? to : undefined;
  };
  const sibling = siblings[index];
  if (sibling === undefined) throw new RangeError(`no sibling ${index}`);
  const to = newNameOf(sibling);
  if (to === undefined) return sibling.address;
  const order = [...moved.keys()];
  const rank = ({ address, ours }: Sibling): number => (ours ? order.length : 0) + order.indexOf(address);
  const claims = siblings.filter((other) => newNameOf(other) === to);
  return claims.every((other) => rank(other) <= rank(sibling)) ? to : sibling.address;
}
