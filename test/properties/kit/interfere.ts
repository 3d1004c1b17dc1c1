import type { Organizations } from "@aws-sdk/client-organizations";
import type { Aws } from "../../../src/aws/index.ts";
import { accountsTable, allAccounts, allPolicies, allUnits, attachmentsTable, keysOf, organizationsTable } from "../../../src/emulator/services/organizations/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import type { Choices } from "./random.ts";

/** What others make carries this in its name, so that a test knows it again. */
export const FOREIGN = "by-hand";

const DENY = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"kms:Encrypt","Resource":"*"}]}';

interface Present {
  readonly organizations: Organizations;
  readonly root: string;
  readonly units: readonly string[];
  readonly accounts: readonly string[];
  readonly policies: readonly string[];
  /** Pairs of a policy and what it is attached to, AWS's own policies left out. */
  readonly attached: readonly (readonly [string, string])[];
}

type Act = (choices: Choices, present: Present) => Promise<string>;

/** Somebody does something by hand that AWS allows at that moment; what, in words. */
export async function interfere(choices: Choices, aws: Aws, world: World): Promise<string> {
  const organization = [...organizationsTable(world).values()][0];
  if (organization === undefined) return "nothing";
  const policies = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"].flatMap((type) => keysOf(allPolicies(world, organization.id, type)));
  const attached = [...attachmentsTable(world).entries()].flatMap(([target, byType]) =>
    Object.values(byType).flatMap((ids) => ids.filter((id) => policies.includes(id)).map((id) => [id, target] as const)),
  );
  const present: Present = {
    organizations: await aws.organizations(),
    root: organization.rootId,
    units: keysOf(allUnits(world, organization.id)),
    accounts: keysOf(allAccounts(world, organization.id)).filter((id) => id !== organization.managementAccountId),
    policies,
    attached,
  };
  const parentOf = (id: string): string => accountsTable(world).get(id)?.parentId ?? present.root;
  const act = choices.one<Act>([detach, attach, move(parentOf), createUnit, createPolicy]);
  try {
    return await act(choices, present);
  } catch (error) {
    return `nothing: ${error instanceof Error ? error.name : String(error)}`;
  }
}

async function detach(choices: Choices, { organizations, attached }: Present): Promise<string> {
  if (attached.length === 0) return "nothing";
  const [PolicyId, TargetId] = choices.one(attached);
  await organizations.detachPolicy({ PolicyId, TargetId });
  return `detached ${PolicyId} from ${TargetId}`;
}

async function attach(choices: Choices, { organizations, policies, units, accounts, root }: Present): Promise<string> {
  if (policies.length === 0) return "nothing";
  const PolicyId = choices.one(policies);
  const TargetId = choices.one([root, ...units, ...accounts]);
  await organizations.attachPolicy({ PolicyId, TargetId });
  return `attached ${PolicyId} to ${TargetId}`;
}

const move = (parentOf: (id: string) => string): Act => async (choices, { organizations, units, accounts, root }) => {
  if (accounts.length === 0) return "nothing";
  const AccountId = choices.one(accounts);
  const DestinationParentId = choices.one([root, ...units]);
  await organizations.moveAccount({ AccountId, SourceParentId: parentOf(AccountId), DestinationParentId });
  return `moved ${AccountId} to ${DestinationParentId}`;
};

async function createUnit(choices: Choices, { organizations, units, root }: Present): Promise<string> {
  const ParentId = choices.one([root, ...units]);
  const Name = choices.one([`${FOREIGN}-${choices.number(1, 99)}`, "Core", "Lab"]);
  await organizations.createOrganizationalUnit({ ParentId, Name });
  return `created OU ${Name} in ${ParentId}`;
}

async function createPolicy(choices: Choices, { organizations, units, accounts, root }: Present): Promise<string> {
  const Name = `${FOREIGN}-${choices.number(1, 99)}`;
  const { Policy } = await organizations.createPolicy({ Name, Description: "", Type: "SERVICE_CONTROL_POLICY", Content: DENY });
  const TargetId = choices.one([root, ...units, ...accounts]);
  await organizations.attachPolicy({ PolicyId: Policy?.PolicySummary?.Id, TargetId });
  return `created policy ${Name} and attached it to ${TargetId}`;
}
