/** What an organization file imports. Taken past the room's door: published types must not lead to packages that are bundled. */
export {
  type Account,
  type AccountState,
  defineOrganization,
  type ManagementAccount,
  type Node,
  type Organization,
  type OrganizationalUnit,
  type Policy,
  type Tags,
} from "./organization/types.ts";
