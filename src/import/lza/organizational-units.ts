import type { Diagnostic } from "../../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import { type NodeDraft, nodeDraft } from "../draft.ts";
import type { Finding, Tally } from "../tally.ts";
import { isTrue, memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { itemsOf } from "../shape.ts";
import { holdsTemplate } from "./templates.ts";

/** LZA's name for the root of the organization. */
export const ROOT_NAME = "Root";

export interface OuTree {
  readonly root: NodeDraft;
  /** The root or a carried OU by LZA's path, such as `Workloads/Prod`. */
  find(path: string): NodeDraft | undefined;
  /** Why a path that `find` does not know has no OU. */
  whyNot(path: string): string;
  /** Paths that can be named, for suggestions. */
  readonly paths: readonly string[];
}

/** LZA's path of an OU without the blanks and slashes that people leave around its names. */
export const normalizePath = (path: string): string => segmentsOf(path).join("/");

const segmentsOf = (path: string): string[] => path.split("/").map((name) => name.trim()).filter((name) => name !== "");

export function readOrganizationalUnits(organization: YamlNode, tally: Tally, problems: Diagnostic[]): OuTree {
  const root = nodeDraft([]);
  const carried = new Map<string, NodeDraft>([[ROOT_NAME, root]]);
  const left = new Map<string, string>();
  const declared = itemsOf(organization, "organizationalUnits", problems).map((item) => {
    const path = normalizePath(textOf(item, "name") ?? "");
    return { item, path, finding: tally.find("ou", path === "" ? "(without a name)" : path, memberOf(item, "name")?.place ?? item.place) };
  });
  const ignored = new Set(declared.filter(({ item }) => isTrue(memberOf(item, "ignore"))).map(({ path }) => path));
  const stated = new Set<string>();
  for (const { path, finding } of declared) {
    const refusal = refusalOf(path, ignored, stated);
    if (refusal !== undefined) {
      leave(finding, refusal);
      if (!stated.has(path)) left.set(path, refusal.why);
      continue;
    }
    stated.add(path);
    finding.carry();
  }
  for (const path of stated) grow(root, path, carried, stated, tally);
  return {
    root,
    find: (path) => carried.get(normalizePath(path)),
    whyNot: (path) => left.get(normalizePath(path)) ?? "organization-config.yaml declares no such OU",
    paths: [...carried.keys()],
  };
}

interface Refusal {
  readonly why: string;
  readonly hint?: string;
}

const leave = (finding: Finding, { why, hint }: Refusal): void => finding.leave(why, hint);

function refusalOf(path: string, ignored: ReadonlySet<string>, stated: ReadonlySet<string>): Refusal | undefined {
  const names = path.split("/");
  const { ouDepth, ouNameLength } = ORGANIZATIONS_QUOTAS;
  if (path === "") return { why: "it has no name" };
  if (holdsTemplate(path)) return { why: `nothing in the configuration gives a value to ${path}` };
  if (path === ROOT_NAME) return { why: "the root is no OU and exists already" };
  if (stated.has(path)) return { why: "it is declared twice" };
  const above = names.map((_, index) => names.slice(0, index + 1).join("/")).find((each) => ignored.has(each));
  if (above !== undefined) {
    return {
      why: above === path ? "`ignore: true` keeps it out of LZA's hands" : `the OU above it, ${above}, has \`ignore: true\``,
      hint: "To govern it with landfall, add it to the organization file; landfall finds an existing OU by its path.",
    };
  }
  if (names.length > ouDepth) return { why: `it lies ${names.length} levels below the root, and AWS allows ${ouDepth}` };
  const long = names.find((name) => name.length > ouNameLength);
  return long === undefined ? undefined : { why: `its name has ${long.length} characters, and AWS allows ${ouNameLength}` };
}

/** Adds an OU and, where nobody declares them, the OUs above it. */
function grow(root: NodeDraft, path: string, carried: Map<string, NodeDraft>, stated: ReadonlySet<string>, tally: Tally): void {
  let at = root;
  const names = path.split("/");
  for (const [index, name] of names.entries()) {
    const here = names.slice(0, index + 1);
    let next = at.ous.get(name);
    if (next === undefined) {
      next = nodeDraft(here);
      at.ous.set(name, next);
      carried.set(here.join("/"), next);
      if (!stated.has(here.join("/"))) {
        tally.imply("ou");
        tally.note(`The OU ${here.join("/")} is not declared, but ${path} lies in it; it was added.`);
      }
    }
    at = next;
  }
}
