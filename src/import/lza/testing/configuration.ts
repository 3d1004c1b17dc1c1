import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Imported, ImportKind } from "../../importer.ts";
import { importLza } from "../lza.ts";

/** Writes files into a folder of its own, which goes away with the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(path.join(tmpdir(), "landfall-import-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return dir;
}

/** The smallest configuration that imports without a note. */
export const SMALL: Readonly<Record<string, string>> = {
  "organization-config.yaml": "enable: true\norganizationalUnits:\n  - name: Security\nserviceControlPolicies: []\n",
  "accounts-config.yaml": `mandatoryAccounts:
  - name: Management
    organizationalUnit: Root
workloadAccounts: []
`,
  "global-config.yaml": "homeRegion: eu-west-1\nenabledRegions: [eu-west-1, us-east-1]\n",
};

/** Imports the small configuration with some of its files replaced or added. */
export const importSmall = (files: Readonly<Record<string, string>> = {}): Promise<Imported> => importLza(folderWith({ ...SMALL, ...files }));

/** `accounts-config.yaml` with the management account and these workload accounts. */
export const accountsConfig = (workload: string): string =>
  `mandatoryAccounts:\n  - name: Management\n    organizationalUnit: Root\nworkloadAccounts:\n${workload}`;

/** A document that AWS takes. */
export const DENY_LEAVE = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] });

export const ALLOW_EC2 = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] });

/** A tag policy that AWS takes. */
export const TAGS = JSON.stringify({ tags: { owner: { tag_key: { "@@assign": "Owner" }, tag_value: { "@@assign": ["Ada", "Grace"] } } } });

/** One entry of `serviceControlPolicies` or of another list of policies, two spaces deep. */
export const scp = (name: string, targets: string, extra = ""): string =>
  `  - name: ${name}\n    policy: scps/${name}.json\n    type: customerManaged\n${extra}    deploymentTargets:\n      ${targets}\n`;

/** What was left of one kind, as `name: why`. */
export const leftOf = (imported: Imported, kind: ImportKind): string[] =>
  imported.notCarried.filter((thing) => thing.kind === kind).map(({ name, why }) => `${name}: ${why}`);
