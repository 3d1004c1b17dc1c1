import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import { type NodeDraft, nodeDraft } from "../draft.ts";
import type { Tally } from "../tally.ts";

/** OUs are not declared: paths of accounts and folders name them. */
export interface OuTree {
  readonly root: NodeDraft;
  /** The root or the OU of a path, made where it is not there yet; a reason where AWS cannot have it. */
  at(path: string): NodeDraft | string;
}

/** A path of OUs, such as `/banking/dev`, without what stands around its names. */
export const namesOf = (path: string): string[] => path.split("/").map((name) => name.trim()).filter((name) => name !== "");

export function ouTree(tally: Tally): OuTree {
  const root = nodeDraft([]);
  const { ouDepth, ouNameLength } = ORGANIZATIONS_QUOTAS;
  return {
    root,
    at(path) {
      // The root goes by its id.
      if (/^r-[\da-z]{4,32}$/.test(path.trim())) return root;
      const names = namesOf(path);
      const long = names.find((name) => name.length > ouNameLength);
      if (names.length > ouDepth) return `its OU lies ${names.length} levels below the root, and AWS allows ${ouDepth}`;
      if (long !== undefined) return `the name of its OU has ${long.length} characters, and AWS allows ${ouNameLength}`;
      return names.reduce((node, name) => {
        const there = node.ous.get(name);
        if (there !== undefined) return there;
        tally.imply("ou");
        const made = nodeDraft([...node.names, name]);
        node.ous.set(name, made);
        return made;
      }, root);
    },
  };
}
