import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { IMPORT_KINDS, type ImportKind } from "../../src/import/index.ts";

type Shape = Readonly<Record<string, unknown>>;

/** A plain reading, in no way like the importer's: functions become one-key objects, includes become what the file holds. */
export function plainTemplate(file: string): Shape {
  const include = { tag: "!Include", resolve: (at: string) => plainTemplate(path.join(path.dirname(file), at)) };
  const ref = { tag: "!Ref", resolve: (name: string) => ({ Ref: name }) };
  return (parse(textOf(file), { customTags: [include, ref], merge: true, uniqueKeys: false, logLevel: "silent" }) ?? {}) as Shape;
}

/** A file with the text of what it merges in, where it merges it in. */
const textOf = (file: string): string =>
  readFileSync(file, "utf8").replaceAll("\r", "").replaceAll(/^( *)<<: !Include ['"]?([^'"\n]+)['"]?$/gm, (_, indent: string, at: string) =>
    textOf(path.join(path.dirname(file), at)).replaceAll(/^(?=.)/gm, indent),
  );

const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const READ: Readonly<Record<string, readonly string[]>> = {
  MasterAccount: ["ServiceControlPolicies", "Tags"],
  Account: ["AccountName", "RootEmail", "ServiceControlPolicies", "Tags"],
  OrganizationRoot: ["ServiceControlPolicies"],
  OrganizationalUnit: ["OrganizationalUnitName", "Accounts", "OrganizationalUnits", "ServiceControlPolicies"],
  ServiceControlPolicy: ["PolicyName", "Description", "PolicyDocument"],
  PasswordPolicy: [],
};
const TOP = ["AWSTemplateFormatVersion", "Organization", "Definitions"];

const NOTHING = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, 0])) as Record<ImportKind, number>;

/** What stands in a template; an OU's mention of the management account is a setting that is listed. */
export function countTemplate(file: string): Readonly<Record<ImportKind, number>> {
  const top = plainTemplate(file);
  const stated = top["Organization"] as Shape;
  const organization = (stated["AWSTemplateFormatVersion"] === undefined ? stated : stated["Organization"]) as Record<string, Shape>;
  const things = Object.values(organization).map((each) => ({ type: String(each["Type"]).replace("OC::ORG::", ""), properties: (each["Properties"] ?? {}) as Shape }));
  const ofType = (type: string) => things.filter((thing) => thing.type === type);
  const masters = new Set(Object.entries(organization).flatMap(([name, each]) => (each["Type"] === "OC::ORG::MasterAccount" ? [name] : [])));
  return {
    ...NOTHING,
    ou: ofType("OrganizationalUnit").length,
    account: ofType("Account").length + ofType("MasterAccount").length,
    policy: ofType("ServiceControlPolicy").length,
    attachment: sum(things.map(({ properties }) => list(properties["ServiceControlPolicies"]).length)),
    "permission-set": 0,
    assignment: 0,
    role: 0,
    "iam-policy": 0,
    budget: 0,
    setting: sum([
      Object.keys(top).filter((key) => !TOP.includes(key)).length,
      ...things.map(({ type, properties }) => Object.keys(properties).filter((key) => READ[type]?.includes(key) !== true).length),
      // Of an account without an address, nothing is carried, its tags neither.
      ...things.map(({ type, properties }) => (type === "Account" && properties["RootEmail"] === undefined ? 0 : Object.keys((properties["Tags"] ?? {}) as Shape).length)),
      ...ofType("OrganizationalUnit").map(({ properties }) => list(properties["Accounts"]).filter((each) => masters.has((each as { Ref: string }).Ref)).length),
    ]),
  };
}
