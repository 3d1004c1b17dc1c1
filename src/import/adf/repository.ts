import { existsSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, LandfallError } from "../../diagnostics/index.ts";
import { ConfigurationFolder } from "../folder.ts";
import { readYaml } from "../read-yaml.ts";
import { mapping } from "../shape.ts";
import type { YamlNode } from "../yaml-node.ts";

/**
 * The bootstrap repository of the AWS Deployment Framework, and deployment maps where they lie below it.
 * Source: AWS Deployment Framework, Administrator Guide.
 */
export interface Repository {
  readonly folder: ConfigurationFolder;
  readonly config?: YamlNode;
  /** The files of `adf-accounts`. */
  readonly accounts: readonly YamlNode[];
  /** The files of `adf-bootstrap`, relative to it. */
  readonly bootstrap: readonly string[];
  readonly maps: readonly YamlNode[];
  /** Symbolic links where ADF would read files. */
  readonly links: readonly string[];
}

/** The installation starts from the example, whose name stays where nobody changed it. */
const CONFIG_NAMES = ["adfconfig.yml", "adfconfig.yaml", "example-adfconfig.yml"];
const MARKS = [...CONFIG_NAMES, "adf-accounts", "adf-bootstrap"];
export const BOOTSTRAP = "adf-bootstrap/";
const MAP = /(?:^|[/_-])deployment_map(?:s\/.*)?\.ya?ml$/;

/** The folder of the repository: the named one, or the one in it that ADF's own sources have. */
export const repositoryIn = (dir: string): string | undefined =>
  [dir, path.join(dir, "bootstrap_repository")].find((each) => MARKS.some((mark) => existsSync(path.join(each, mark))));

/** Throws a LandfallError: LF6001 to LF6005. */
export function readRepository(dir: string, shown: string): Repository {
  const found = repositoryIn(dir);
  if (found === undefined) {
    const fix = "Name the folder of the repository aws-deployment-framework-bootstrap, which holds adfconfig.yml.";
    throw new LandfallError({ code: "LF6001", severity: "error", summary: `${shown} holds neither adfconfig.yml nor adf-accounts nor adf-bootstrap.`, fix }, "failed");
  }
  const folder = new ConfigurationFolder(found, path.join(shown, path.relative(dir, found)));
  const files = folder.files();
  const problems: Diagnostic[] = [];
  const read = (file: string): YamlNode[] => {
    try {
      const node = readYaml(folder, file);
      return node === undefined ? [] : [mapping(node, file, problems)];
    } catch (error) {
      if (!(error instanceof LandfallError)) throw error;
      problems.push(...error.diagnostics);
      return [];
    }
  };
  const name = CONFIG_NAMES.find((each) => files.includes(each));
  const [config] = name === undefined ? [] : read(name);
  const accounts = files.filter((file) => /^adf-accounts\/.*\.ya?ml$/.test(file)).flatMap(read);
  const maps = files.filter((file) => MAP.test(file)).flatMap(read);
  if (problems.length > 0) throw new LandfallError(problems);
  const bootstrap = files.filter((file) => file.startsWith(BOOTSTRAP) && !MAP.test(file)).map((file) => file.slice(BOOTSTRAP.length));
  return { folder, ...(config === undefined ? {} : { config }), accounts, bootstrap, maps, links: folder.links().filter((link) => /^adf-(?:accounts|bootstrap)(?:\/|$)|^[^/]*adfconfig\.ya?ml$/.test(link)) };
}
