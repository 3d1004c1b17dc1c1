import { ORGANIZATIONS_QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { settingsTable } from "./state.ts";

/** Accounts an organization may hold, in this world: AWS's default until support raises it. */
export const accountLimit = (world: World): number => settingsTable(world).get("settings")?.accountLimit ?? ORGANIZATIONS_QUOTAS.accounts;

/** Does what AWS Support does on request. */
export const setAccountLimit = (world: World, accounts: number): void => settingsTable(world).put("settings", { accountLimit: accounts });
