import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where real configurations are found in a full checkout; absent elsewhere. */
export const DATA = path.resolve(import.meta.dirname, "../../../shared/data/organisations");

/** Every folder below that holds both files of a Landing Zone Accelerator configuration. */
export function lzaSources(dir = DATA): string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { withFileTypes: true });
  const names = entries.map((entry) => entry.name);
  const here = names.includes("organization-config.yaml") && names.includes("accounts-config.yaml") ? [dir] : [];
  return [...here, ...entries.filter((entry) => entry.isDirectory()).flatMap((entry) => lzaSources(path.join(dir, entry.name)))].sort();
}
