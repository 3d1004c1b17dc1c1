import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Public configurations that nobody here wrote, beside the checkout where they are at hand. */
export const LZA_DATA = path.resolve(import.meta.dirname, "../../../shared/data/organisations");

/** Every folder with a Landing Zone Accelerator configuration; says so when there is none. */
export function lzaSources(): string[] {
  const sources = below(LZA_DATA);
  if (sources.length === 0) console.log(`skipped: there are no Landing Zone Accelerator configurations at ${LZA_DATA}`);
  return sources;
}

function below(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { withFileTypes: true });
  const isSource = ["organization-config.yaml", "accounts-config.yaml"].every((name) => entries.some((entry) => entry.name === name));
  const deeper = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => below(path.join(dir, entry.name)));
  return [...(isSource ? [dir] : []), ...deeper].sort();
}
