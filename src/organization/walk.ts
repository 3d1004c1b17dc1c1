import type { ValuePath } from "../diagnostics/index.ts";
import { accountAddress, type Address, ouAddress, ROOT } from "../ids/index.ts";
import type { Account, Node, Organization, OrganizationalUnit } from "./types.ts";

/** The root or an OU, with where it stands in the tree and in the file. */
export interface PlacedNode {
  readonly address: Address;
  /** Names from the root down; empty for the root. */
  readonly names: readonly string[];
  readonly parent: Address | undefined;
  readonly node: Node | OrganizationalUnit;
  readonly path: ValuePath;
}

export interface PlacedAccount {
  readonly address: Address;
  readonly key: string;
  readonly parent: PlacedNode;
  readonly account: Account;
  readonly path: ValuePath;
}

/** The root, then every OU, parents before children, in the order of the file. */
export function nodesOf(organization: Organization): PlacedNode[] {
  const root: PlacedNode = { address: ROOT, names: [], parent: undefined, node: organization.root ?? {}, path: ["root"] };
  const nodes: PlacedNode[] = [root];
  const visit = (ous: Organization["ous"], parent: PlacedNode, path: ValuePath): void => {
    for (const [name, node] of Object.entries(ous ?? {})) {
      const names = [...parent.names, name];
      const placed: PlacedNode = { address: ouAddress(names), names, parent: parent.address, node, path: [...path, "ous", name] };
      nodes.push(placed);
      visit(node.ous, placed, placed.path);
    }
  };
  visit(organization.ous, root, []);
  return nodes;
}

/** Every member account, in the order of the file. The same key twice gives two entries. */
export function accountsOf(organization: Organization, nodes = nodesOf(organization)): PlacedAccount[] {
  return nodes.flatMap((parent) =>
    Object.entries(parent.node.accounts ?? {}).map(([key, account]) => ({
      address: accountAddress(key),
      key,
      parent,
      account,
      path: [...parent.path, "accounts", key],
    })),
  );
}

/** The e-mail address of an account: its own, or the one the file's rule makes; undefined when there is neither. */
export function emailOf(organization: Organization, key: string, account: Account): string | undefined {
  return account.email ?? organization.accountEmail?.replaceAll("{account}", key).replaceAll("{organization}", organization.name);
}
