import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse as parseYaml } from "yaml";
import { kindOfPolicy, parsePolicyText, type PolicyDocumentKind } from "../../src/policy/index.ts";

/** Public policies that nobody here wrote. */
const HOME = join(import.meta.dirname, "../../../shared/data");

export const present = existsSync(HOME);
if (!present) console.log(`public policies: skipped, ${HOME} is absent`);

export interface PublicPolicy {
  readonly name: string;
  readonly text: string;
  readonly kind: PolicyDocumentKind;
}

export interface PublicSource {
  readonly folder: string;
  readonly read: (path: string) => readonly PublicPolicy[];
  readonly atLeast: number;
}

export const SOURCES: readonly PublicSource[] = [
  { folder: "scp/aws-scp-examples", read: jsonFile, atLeast: 56 },
  { folder: "scp/aws-data-perimeter", read: jsonFile, atLeast: 28 },
  { folder: "scp/primeharbor", read: markdownFences, atLeast: 22 },
  { folder: "scp/cloudposse-catalog", read: statementCatalog, atLeast: 42 },
  { folder: "scp/asea", read: jsonFile, atLeast: 8 },
  { folder: "organisations", read: jsonFile, atLeast: 200 },
];

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));

export const filesOf = (folder: string): string[] => walk(join(HOME, folder)).sort();

export const policiesOf = ({ folder, read }: PublicSource): PublicPolicy[] => filesOf(folder).flatMap(read);

/** By the folders and names that the sources use; else by what the policy has. */
function kindOf(name: string, text: string): PolicyDocumentKind {
  if (/api_gateway_policy|sns_topic_policy/.test(name)) return "resource";
  if (/resource_?control/i.test(name)) return "rcp";
  if (/endpoint[-_]policies/.test(name)) return "endpoint";
  if (/^scp\/|service-control-policies/.test(name)) return "scp";
  return /boundary/i.test(name) ? "boundary" : kindOfPolicy(parsePolicyText(text).value);
}

const named = (name: string, text: string): PublicPolicy => ({ name, text, kind: kindOf(name, text) });

function jsonFile(path: string): PublicPolicy[] {
  const text = path.endsWith(".json") ? readFileSync(path, "utf8") : "";
  return text.includes('"Statement"') ? [named(relative(HOME, path), text)] : [];
}

/** Blocks of JSON in Markdown. */
export const fencesIn = (path: string): string[] =>
  path.endsWith(".md") ? [...readFileSync(path, "utf8").matchAll(/^\s*```(?:json)?[ ]*\n(.*?)```/gms)].map(([, text = ""]) => text) : [];

/** Declarative policies stand in files of the same sort; they have no statements. */
function markdownFences(path: string): PublicPolicy[] {
  return fencesIn(path).filter((text) => text.includes('"Statement"')).map((text, index) => named(`${relative(HOME, path)}#${index + 1}`, text));
}

interface CatalogStatement {
  readonly sid: string;
  readonly effect: string;
  readonly actions?: string[];
  readonly not_actions?: string[];
  readonly resources?: string[];
  readonly not_resources?: string[];
  readonly condition?: { readonly test: string; readonly variable: string; readonly values: unknown[] }[];
}

/** Terraform's way to write a statement. A file with template loops is no YAML before they are run: those lines are left out. */
function statementCatalog(path: string): PublicPolicy[] {
  if (!path.endsWith(".yaml")) return [];
  const statements = parseYaml(readFileSync(path, "utf8").replaceAll(/^\s*%\{.*$/gm, "")) as CatalogStatement[];
  return statements.map((statement) => named(`${relative(HOME, path)}#${statement.sid}`, JSON.stringify(policyOf(statement))));
}

function policyOf({ sid, effect, actions, not_actions, resources, not_resources, condition = [] }: CatalogStatement) {
  const Condition: Record<string, Record<string, unknown[]>> = {};
  for (const { test, variable, values } of condition) Condition[test] = { ...Condition[test], [variable]: values };
  const Statement = { Sid: sid, Effect: effect, Action: actions, NotAction: not_actions, Resource: resources, NotResource: not_resources, ...(condition.length > 0 ? { Condition } : {}) };
  return { Version: "2012-10-17", Statement: [Statement] };
}
