import path from "node:path";
import type { Policy } from "../../organization/index.ts";
import { attachWanted, type Wanted } from "../attach.ts";
import { documentRefusal } from "../document-refusal.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import { startOf } from "../places.ts";
import type { Tally } from "../tally.ts";
import { isFalse, memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import type { CarriedAccounts } from "./accounts.ts";
import type { OuTree } from "./places.ts";
import { BOOTSTRAP, type Repository } from "./repository.ts";

/** The policies of a folder, by the name of their file. */
const KINDS = { "scp.json": "scp", "tagging-policy.json": "tag" } as const;

export interface CarriedPolicies {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly ImportedFile[];
}

/** A policy lies in the folder of the OU or of the account that it is attached to. */
export function readPolicies({ folder, bootstrap, config }: Repository, ous: OuTree, accounts: CarriedAccounts, tally: Tally): CarriedPolicies {
  const policies = new Map<string, Policy>();
  const files: ImportedFile[] = [];
  const taken = new Set<string>();
  const wanted: Wanted[] = [];
  const allowList = !keepsFullAccess(config);
  for (const file of bootstrap) {
    const kind = Object.entries(KINDS).find(([name]) => name === path.posix.basename(file))?.[1];
    if (kind === undefined) continue;
    const at = path.posix.dirname(file) === "." ? "" : path.posix.dirname(file);
    const reading = folder.read(`${BOOTSTRAP}${file}`);
    const place = startOf(reading.file, reading.ok ? reading.text : "");
    const finding = tally.find("policy", file, place);
    const attachment = tally.find("attachment", `${file} > ${at === "" ? "root" : at}`, place);
    const target = accounts.byPath.get(at) ?? ous.at(at);
    const refusal = reading.ok ? documentRefusal(reading.text, file, kind) : { why: reading.why };
    const why = refusal?.why ?? (typeof target === "string" ? target : undefined);
    if (why !== undefined || !reading.ok || typeof target === "string") {
      finding.leave(why ?? "", refusal?.hint);
      attachment.leave("the policy is not carried");
      continue;
    }
    const key = uniqueSlug(`${at === "" ? "root" : at}-${kind}`, taken);
    files.push({ path: `policies/${key}.json`, text: reading.text });
    policies.set(key, { type: kind, file: `policies/${key}.json` });
    finding.carry();
    wanted.push({ finding: attachment, policy: key, kind, allowList: allowList && kind === "scp", target });
  }
  attachWanted(wanted);
  return { policies, files };
}

/** `keep-default-scp` says whether FullAWSAccess stays beside an `scp.json`; it does by default. */
function keepsFullAccess(config: YamlNode | undefined): boolean {
  const scp = memberOf(memberOf(config, "config"), "scp");
  return textOf(scp, "keep-default-scp") !== "disabled" && !isFalse(memberOf(scp, "keep-default-scp"));
}
