/** What an organization file imports. */
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
} from "./organization/index.ts";
