import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, LandfallError, type Place } from "../../diagnostics/index.ts";
import { ConfigurationFolder } from "../folder.ts";
import { PLAIN_YAML, readYaml, type YamlDialect } from "../read-yaml.ts";
import { mapping } from "../shape.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";

/** Source: org-formation, docs/organization-resources.md. */
const TYPES = ["MasterAccount", "Account", "OrganizationRoot", "OrganizationalUnit", "ServiceControlPolicy", "PasswordPolicy"] as const;
export type ResourceType = (typeof TYPES)[number];

/** One resource of the section `Organization`. */
export interface Resource {
  /** Its logical name, by which others refer to it. */
  readonly logical: string;
  readonly type: ResourceType;
  readonly key: Place;
  readonly node: YamlNode;
}

export interface Template {
  /** The whole file. */
  readonly root: YamlNode;
  /** The section `Organization`. */
  readonly organization: YamlNode;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Entries of the section whose type is none of those above. */
  readonly others: readonly { readonly logical: string; readonly key: Place; readonly type: string }[];
}

const DIALECT: YamlDialect = { ...PLAIN_YAML, includeTag: "!include" };
const PREFIX = "OC::ORG::";
const NAMES = ["organization.yml", "organization.yaml"];

/** Whether a path is, or holds, a template with a section `Organization`; reads the first characters only by name. */
export const templateIn = (source: string): string | undefined => {
  if (!existsSync(source)) return undefined;
  if (!statSync(source).isDirectory()) return source;
  return NAMES.map((name) => path.join(source, name)).find((file) => existsSync(file));
};

/** Reads a template. Nothing outside of its folder is read. Throws a LandfallError: LF6001 to LF6005. */
export function readTemplate(source: string, shown: string): Template {
  const file = templateIn(source);
  if (file === undefined) throw notFound(existsSync(source) ? `${shown} holds no ${NAMES[0] ?? ""}.` : `There is no file ${shown}.`, shown);
  const shownFolder = file === source ? path.dirname(shown) : shown;
  const root = readYaml(new ConfigurationFolder(path.dirname(file), shownFolder), path.basename(file), DIALECT);
  const problems: Diagnostic[] = [];
  if (root === undefined) throw notFound(`There is no file ${shown}.`, shown);
  mapping(root, root.place.file, problems);
  const stated = memberOf(root, "Organization");
  // An included template brings its own section.
  const organization = memberOf(stated, "AWSTemplateFormatVersion") === undefined ? stated : memberOf(stated, "Organization");
  if (problems.length === 0 && organization === undefined) throw notFound(`${shown} has no section Organization.`, hintFrom(root) ?? shown);
  if (organization !== undefined) mapping(organization, "`Organization`", problems);
  if (problems.length > 0 || organization === undefined) throw new LandfallError(problems);
  return { root, organization, ...resourcesOf(organization, problems) };
}

function resourcesOf(organization: YamlNode, problems: Diagnostic[]): Pick<Template, "resources" | "others"> {
  const resources = new Map<string, Resource>();
  const others: Template["others"][number][] = [];
  if (organization.kind !== "map") return { resources, others };
  for (const [logical, { key, node }] of organization.entries) {
    const typed = textOf(mapping(node, `\`${logical}\``, problems), "Type") ?? "";
    const type = TYPES.find((each) => `${PREFIX}${each}` === typed);
    if (type === undefined) others.push({ logical, key, type: typed });
    else resources.set(logical, { logical, type, key, node });
  }
  if (problems.length > 0) throw new LandfallError(problems);
  return { resources, others };
}

export const propertyOf = ({ node }: Resource, name: string): YamlNode | undefined => memberOf(memberOf(node, "Properties"), name);

/** The text of a property without a tag. */
export function textProperty(resource: Resource, name: string): string | undefined {
  const node = propertyOf(resource, name);
  return node?.kind === "scalar" && node.tag === undefined && node.text !== "" ? node.text : undefined;
}

export const ofType = ({ resources }: Template, type: ResourceType): Resource[] => [...resources.values()].filter((resource) => resource.type === type);

/** The template that a file of tasks updates the organization from. */
function hintFrom(root: YamlNode): string | undefined {
  if (root.kind !== "map") return undefined;
  const update = [...root.entries.values()].find(({ node }) => textOf(node, "Type") === "update-organization");
  return textOf(update?.node, "Template");
}

function notFound(summary: string, name: string): LandfallError {
  return new LandfallError({ code: "LF6001", severity: "error", summary, fix: `Name the template that org-formation keeps the organization in, for example:\n\n  landfall init --from org-formation ${name.endsWith(".yml") ? name : "organization.yml"}` }, "failed");
}
