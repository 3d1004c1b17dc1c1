/** What an organization file imports. Taken past the room's door: published types must not lead to packages that are bundled. */
export {
  type Account,
  type AccountState,
  type Assignment,
  type Budget,
  defineOrganization,
  type Group,
  type IdentityCenter,
  type ManagementAccount,
  type Node,
  type Organization,
  type OrganizationalUnit,
  type PermissionSet,
  type Policy,
  type Role,
  type Tags,
} from "./organization/types.ts";
