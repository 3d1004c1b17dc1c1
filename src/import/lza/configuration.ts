import { type Diagnostic, LandfallError } from "../../diagnostics/index.ts";
import { ConfigurationFolder } from "../folder.ts";
import { readYaml } from "../read-yaml.ts";
import { textOf, type YamlNode } from "../yaml-node.ts";
import { readReplacements, type Replacements, templateValues } from "./replacements.ts";
import { itemsOf, mapping } from "../shape.ts";
import { lzaYaml } from "./yaml.ts";

/**
 * The files of a Landing Zone Accelerator configuration.
 * Source: Landing Zone Accelerator on AWS, Implementation Guide, "Using the configuration files".
 */
export interface LzaConfiguration {
  readonly folder: ConfigurationFolder;
  readonly organization: YamlNode;
  readonly accounts: YamlNode;
  /** Absent in the industry samples, which are to be laid over a full configuration. */
  readonly global?: YamlNode;
  readonly replacements: Replacements;
  /** The other files of the format that are there. */
  readonly otherFiles: readonly OtherFile[];
}

const OTHER_STEMS = ["network", "iam", "security", "customizations"] as const;
export type OtherStem = (typeof OTHER_STEMS)[number];

/** A file of which at most a little is carried: a mistake in it stops nothing. */
export interface OtherFile {
  readonly stem: OtherStem;
  readonly name: string;
  /** Absent when it could not be read, and for a file of which nothing is carried. */
  readonly root?: YamlNode;
  /** What keeps it from being read. */
  readonly trouble?: string;
}

/** What stands in one of the other files; undefined when it is not there or could not be read. */
export const otherFile = ({ otherFiles }: LzaConfiguration, stem: OtherStem): YamlNode | undefined => otherFiles.find((file) => file.stem === stem)?.root;

/** The name of a configuration file as it stands in the folder: `.yaml` or `.yml`, in any case. */
export function fileOf(names: readonly string[], stem: string): string | undefined {
  const wanted = [`${stem}-config.yaml`, `${stem}-config.yml`];
  return wanted.flatMap((name) => names.find((each) => each === name) ?? names.find((each) => each.toLowerCase() === name) ?? [])[0];
}

/** Throws a LandfallError: LF6001 to LF6005. */
export function readConfiguration(dir: string, shown = dir): LzaConfiguration {
  const { folder, names } = open(dir, shown);
  const organizationFile = fileOf(names, "organization");
  const accountsFile = fileOf(names, "accounts");
  if (organizationFile === undefined || accountsFile === undefined) {
    const missing = [...(organizationFile === undefined ? ["organization-config.yaml"] : []), ...(accountsFile === undefined ? ["accounts-config.yaml"] : [])];
    throw notFound(`${shown} has no ${missing.join(" and no ")}.`);
  }
  const problems: Diagnostic[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LandfallError)) throw error;
      problems.push(...error.diagnostics);
      return undefined;
    }
  };
  const replacements = attempt(() => readReplacements(folder, fileOf(names, "replacements") ?? "replacements-config.yaml", problems)) ?? new Map();
  const values = templateValues(replacements);
  const read = (file: string | undefined): YamlNode | undefined => (file === undefined ? undefined : attempt(() => readYaml(folder, file, lzaYaml(values))));
  const accounts = read(accountsFile);
  // LZA fills in the accounts' names too.
  for (const list of ["mandatoryAccounts", "workloadAccounts"]) {
    for (const item of itemsOf(accounts, list, [])) {
      const name = textOf(item, "name");
      if (name !== undefined) values.set(name, [name]);
    }
  }
  const organization = read(organizationFile);
  const global = read(fileOf(names, "global"));
  const files = [organization, accounts, global].flatMap((node) => (node === undefined ? [] : [mapping(node, node.place.file, problems)]));
  if (problems.length > 0 || organization === undefined || accounts === undefined || files.length === 0) throw new LandfallError(problems);
  const otherFiles = OTHER_STEMS.flatMap((stem) => {
    const name = fileOf(names, stem);
    return name === undefined ? [] : [readOther(folder, stem, name, values)];
  });
  return { folder, organization, accounts, ...(global === undefined ? {} : { global }), replacements, otherFiles };
}

function readOther(folder: ConfigurationFolder, stem: OtherStem, name: string, values: ReadonlyMap<string, readonly string[]>): OtherFile {
  if (stem === "customizations") return { stem, name };
  try {
    const root = readYaml(folder, name, lzaYaml(values));
    return { stem, name, ...(root === undefined ? {} : { root }) };
  } catch (error) {
    if (!(error instanceof LandfallError)) throw error;
    return { stem, name, trouble: error.diagnostics.map(({ summary }) => summary).join(" ") };
  }
}

function open(dir: string, shown: string): { folder: ConfigurationFolder; names: readonly string[] } {
  try {
    const folder = new ConfigurationFolder(dir, shown);
    return { folder, names: folder.names() };
  } catch (error) {
    throw notFound(`${shown} is no folder that can be read.`, error);
  }
}

function notFound(summary: string, cause?: unknown): LandfallError {
  return new LandfallError(
    { code: "LF6001", severity: "error", summary, fix: "Name the folder that holds organization-config.yaml and accounts-config.yaml." },
    "failed",
    cause === undefined ? undefined : { cause },
  );
}
