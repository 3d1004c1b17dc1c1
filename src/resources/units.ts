import type { OrganizationalUnit } from "@aws-sdk/client-organizations";
import { allPages, type Aws } from "../aws/index.ts";
import type { Reader } from "./reader.ts";

/** OUs by the id of the root or OU they are in; each node is a key. */
export type Units = ReadonlyMap<string, readonly OrganizationalUnit[]>;

/** Walks the tree from the root, all nodes of a level at once. */
export async function readUnits(reader: Reader): Promise<Units> {
  const units = new Map<string, readonly OrganizationalUnit[]>();
  const visit = async (id: string): Promise<void> => {
    const children = await childUnits(reader.aws, id);
    units.set(id, children);
    await Promise.all(children.map(({ Id = "" }) => visit(Id)));
  };
  await visit((await reader.root()).Id ?? "");
  return units;
}

export async function childUnits(aws: Aws, ParentId: string): Promise<OrganizationalUnit[]> {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listOrganizationalUnitsForParent({ ParentId, NextToken }),
    (page) => page.OrganizationalUnits,
  );
}
