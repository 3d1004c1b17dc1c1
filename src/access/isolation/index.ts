export { blastRadius } from "./blast-radius.ts";
export { crossAccountGrants } from "./grants.ts";
export type * from "./model.ts";
export type { Around } from "./organization-grants.ts";
