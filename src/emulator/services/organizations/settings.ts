import { ORGANIZATIONS_QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import type { OrganizationsSettings } from "./state.ts";
import { settingsTable } from "./state.ts";

const read = (world: World): OrganizationsSettings => settingsTable(world).get("settings") ?? {};

/** Accounts an organization may hold: what its own quota was raised to, or what all have in this world, or else AWS's default. */
export const accountLimit = (world: World, organizationId?: string): number =>
  settingsTable(world).get(organizationId ?? "")?.accountLimit ?? read(world).accountLimit ?? ORGANIZATIONS_QUOTAS.accounts;

/** Organizations whose bill another may pay, in this world: AWS's default until support raises it. */
export const inboundTransferLimit = (world: World): number => read(world).inboundTransferLimit ?? ORGANIZATIONS_QUOTAS.inboundTransfers;

/** Does what AWS Support does on request, for one organization. */
export const raiseAccountLimit = (world: World, organizationId: string, accounts: number): void =>
  settingsTable(world).put(organizationId, { ...settingsTable(world).get(organizationId), accountLimit: accounts });

/** The same for all organizations, as a world begins. */
export const setAccountLimit = (world: World, accounts: number): void => settingsTable(world).put("settings", { ...read(world), accountLimit: accounts });
export const setInboundTransferLimit = (world: World, transfers: number): void =>
  settingsTable(world).put("settings", { ...read(world), inboundTransferLimit: transfers });
