import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import { type NodeDraft, nodeDraft } from "../draft.ts";
import type { Finding, Tally } from "../tally.ts";
import type { YamlNode } from "../yaml-node.ts";
import { oneOrMany, refOf } from "./references.ts";
import { ofType, propertyOf, type Resource, type Template, textProperty } from "./template.ts";

export interface OuTree {
  readonly root: NodeDraft;
  /** Carried OUs by logical name. */
  readonly byLogical: ReadonlyMap<string, NodeDraft>;
  /** Why an OU was left, by logical name. */
  readonly left: ReadonlyMap<string, string>;
}

interface FoundOu {
  readonly resource: Resource;
  readonly finding: Finding;
}

/** OUs stand side by side and name the ones inside them. */
export function readOrganizationalUnits(template: Template, tally: Tally): OuTree {
  const root = nodeDraft([]);
  const byLogical = new Map<string, NodeDraft>();
  const left = new Map<string, string>();
  const found = new Map(ofType(template, "OrganizationalUnit").map((resource): [string, FoundOu] => {
    const name = textProperty(resource, "OrganizationalUnitName");
    return [resource.logical, { resource, finding: tally.find("ou", name ?? resource.logical, propertyOf(resource, "OrganizationalUnitName")?.place ?? resource.key) }];
  }));
  const parents = parentsOf(found, tally);
  const place = ({ resource, finding }: FoundOu, parent: NodeDraft): void => {
    const name = textProperty(resource, "OrganizationalUnitName") ?? "";
    const why = refusalOf(name, parent);
    if (why !== undefined) {
      finding.leave(why);
      left.set(resource.logical, why);
      return;
    }
    finding.carry();
    const node = nodeDraft([...parent.names, name]);
    parent.ous.set(name, node);
    byLogical.set(resource.logical, node);
    for (const [child, above] of parents) if (above === resource.logical) place(of(child), node);
  };
  const of = (logical: string): FoundOu => {
    const ou = found.get(logical);
    if (ou === undefined) throw new TypeError(`no OU ${logical}`);
    return ou;
  };
  for (const [logical, ou] of found) if (!parents.has(logical)) place(ou, root);
  const refused = new Set(left.keys());
  for (const [logical, { finding }] of found) {
    if (finding.decided) continue;
    const above = wayUp(logical, parents).find((name) => refused.has(name));
    const why = above === undefined ? "it lies inside itself" : `the OU above it, ${above}, is not carried`;
    finding.leave(why);
    left.set(logical, why);
  }
  return { root, byLogical, left };
}

/** The OU around each, by logical name; the first that names it has it, every other naming is listed. */
function parentsOf(found: ReadonlyMap<string, FoundOu>, tally: Tally): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [logical, { resource }] of found) {
    for (const item of oneOrMany(propertyOf(resource, "OrganizationalUnits"))) {
      const child = refOf(item);
      const why = child === undefined || !found.has(child) ? "it names no OU of the template" : parents.has(child) ? `${parents.get(child) ?? ""} holds it already` : undefined;
      if (child !== undefined && why === undefined) parents.set(child, logical);
      else tally.find("setting", `${logical}: OrganizationalUnits ${wordOf(item)}`, item.place).leave(why ?? "");
    }
  }
  return parents;
}

/** The OUs above one, nearest first, each once. */
function wayUp(logical: string, parents: ReadonlyMap<string, string>): string[] {
  const way = new Set<string>();
  for (let at = parents.get(logical); at !== undefined && !way.has(at); at = parents.get(at)) way.add(at);
  return [...way];
}

const wordOf = (node: YamlNode): string => refOf(node) ?? (node.kind === "scalar" ? node.text : "");

function refusalOf(name: string, parent: NodeDraft): string | undefined {
  const { ouDepth, ouNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return "it has no name";
  if (name.length > ouNameLength) return `its name has ${name.length} characters, and AWS allows ${ouNameLength}`;
  if (parent.ous.has(name)) return "an OU of that name stands beside it";
  return parent.names.length >= ouDepth ? `it lies ${parent.names.length + 1} levels below the root, and AWS allows ${ouDepth}` : undefined;
}
