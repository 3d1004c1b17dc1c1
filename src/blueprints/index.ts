import type { Blueprint, Extra } from "./blueprint.ts";
import { EXTRAS } from "./extras/index.ts";
import { fiveAccount } from "./five-account.ts";
import { full } from "./full.ts";
import { smb } from "./smb.ts";
import { smbStarter } from "./smb-starter.ts";
import { starter } from "./starter.ts";
import { team } from "./team.ts";

export { type Answers, type Blueprint, DEFAULT_ANSWERS, type Extra } from "./blueprint.ts";
export { type Advice, advise, type Company, type Situation } from "./advice.ts";
export { EXTRAS } from "./extras/index.ts";
export { type BlueprintFile, blueprintFiles, type Choices, ORGANIZATION_FILE } from "./files.ts";
export { growsFrom } from "./growth.ts";

/** From the smallest to the largest. */
export const BLUEPRINTS: readonly Blueprint[] = [smbStarter, fiveAccount, team, smb, starter, full];

const byName = new Map(BLUEPRINTS.map((entry) => [entry.name, entry]));

/** The blueprint of that name; undefined when there is none. */
export const blueprint = (name: string): Blueprint | undefined => byName.get(name);

/** The extras that go with a blueprint, in the order in which they amend it. */
export const extrasOf = ({ name }: Blueprint): Extra[] => EXTRAS.filter(({ fits }) => fits.includes(name));
