import type { Blueprint } from "./blueprint.ts";
import { full } from "./full.ts";
import { smbStarter } from "./smb-starter.ts";

export { type Answers, type Blueprint, type BlueprintFile, blueprintFiles, DEFAULT_ANSWERS, ORGANIZATION_FILE } from "./blueprint.ts";

/** From the smallest to the largest. */
export const BLUEPRINTS: readonly Blueprint[] = [smbStarter, full];

const byName = new Map(BLUEPRINTS.map((entry) => [entry.name, entry]));

/** The blueprint of that name; undefined when there is none. */
export const blueprint = (name: string): Blueprint | undefined => byName.get(name);
