import { adf } from "./adf/adf.ts";
import type { Importer } from "./importer.ts";
import { lza } from "./lza/lza.ts";
import { orgFormation } from "./org-formation/org-formation.ts";

/** Every foreign format that can be imported, in the order in which a folder is tried. */
export const IMPORTERS: readonly Importer[] = [lza, adf, orgFormation];

export const importerNamed = (name: string): Importer | undefined => IMPORTERS.find((importer) => importer.name === name);

/** The first format that recognizes the folder. */
export async function detectImporter(dir: string): Promise<Importer | undefined> {
  for (const importer of IMPORTERS) if (await importer.detect(dir)) return importer;
  return undefined;
}
