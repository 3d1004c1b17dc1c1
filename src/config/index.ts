/** The organization file: finding, loading, locating and writing it. */
export { CONFIG_NAMES, discover, type Discovered, type DiscoverOptions } from "./discover.ts";
export { type Loaded, loadOrganization, type LoadOptions } from "./load.ts";
export { placeOfSpan } from "./places.ts";
export type { Aim } from "./source.ts";
export { type ConfigFormat, printOrganization, type PrintOptions } from "./write/print.ts";
export { type Edit, type EditedFile, editOrganization, type EditRequest } from "./edit/index.ts";
export { addAccount, addOu, addSandboxes, addService, hold, moveAccount, type NewAccount, renameAccount, renameOu, restore, type SandboxUser, transfer } from "./edit/verbs/index.ts";
