import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LZA_DATA } from "./lza-sources.ts";

export const ORG_FORMATION_DATA = path.join(LZA_DATA, "org-formation-cli");

/** Every template that states an organization itself; says so when there is none. Those that only include one are its uses. */
export function orgFormationSources(): string[] {
  if (!existsSync(ORG_FORMATION_DATA)) {
    console.log(`skipped: there are no org-formation templates at ${ORG_FORMATION_DATA}`);
    return [];
  }
  return readdirSync(ORG_FORMATION_DATA, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /^Organization:\s+(?:#.*\s+)*^ +\S/m.test(readFileSync(file, "utf8")))
    .sort();
}
