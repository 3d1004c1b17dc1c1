import type { Answers, Blueprint, Extra } from "./blueprint.ts";
import type { Draft } from "./draft.ts";
import { organizationText } from "./draft-text.ts";
import { grown } from "./growth.ts";
import { serviceOf } from "./services.ts";

/** A file to write, relative to the folder of the organization file. */
export interface BlueprintFile {
  readonly path: string;
  readonly text: string;
}

export interface Choices {
  /** In the order in which they amend the blueprint. */
  readonly extras?: readonly Extra[];
  /** The smaller blueprint the organization was begun with. */
  readonly grownFrom?: Blueprint;
}

export const ORGANIZATION_FILE = "landfall.config.ts";

/** Everything a blueprint writes, the organization file first. */
export function blueprintFiles(blueprint: Blueprint, answers: Answers, { extras = [], grownFrom }: Choices = {}): BlueprintFile[] {
  const amended = (one: Blueprint): Draft =>
    extras.filter(({ fits }) => fits.includes(one.name)).reduce((draft, extra) => extra.amend(draft, answers), one.draft(answers));
  const goal = amended(blueprint);
  const draft = grownFrom === undefined ? goal : grown({ name: blueprint.name, draft: goal }, { name: grownFrom.name, draft: amended(grownFrom) }, serviceOf(answers));
  const beside = extras.flatMap((extra) => extra.beside?.(answers) ?? []);
  return [fileOf(draft, answers, ""), ...beside.map((other) => fileOf(other.draft, other.answers, `${other.folder}/`))];
}

const fileOf = (draft: Draft, answers: Answers, folder: string): BlueprintFile => ({ path: `${folder}${ORGANIZATION_FILE}`, text: organizationText(draft, answers) });
