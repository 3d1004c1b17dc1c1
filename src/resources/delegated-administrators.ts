import { allPages, awsErrorName } from "../aws/index.ts";
import { delegatedAdministratorAddress } from "../ids/index.ts";
import type { ChangeScope } from "../plan/index.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";

/** Member accounts that administer a service for the organization. They are deregistered only by a statement. */
export const delegatedAdministrators: OrganizationsResource<"delegated-administrator"> = {
  kind: "delegated-administrator",

  async observe(reader, { addressOf }) {
    const accounts = await administrators(reader);
    const lists = await Promise.all(
      accounts.map(async ({ Id: AccountId = "" }) => {
        const account = addressOf(AccountId);
        if (account === undefined) return [];
        const services = await delegatedServices(reader, AccountId);
        return services.map(({ ServicePrincipal: service = "" }) => ({
          item: { kind: "delegated-administrator" as const, address: delegatedAdministratorAddress(service, account), service, account },
          id: `${service}>${AccountId}`,
          owner: "watched" as const,
        }));
      }),
    );
    return lists.flat();
  },

  compare: () => [],

  async ensure(aws, scope) {
    const { service, AccountId } = idsOf(scope);
    try {
      await (await aws.organizations()).registerDelegatedAdministrator({ AccountId, ServicePrincipal: service });
    } catch (error) {
      if (awsErrorName(error) !== "AccountAlreadyRegisteredException") throw error;
    }
    return `${service}>${AccountId}`;
  },

  async remove(aws, scope) {
    const { service, AccountId } = idsOf(scope);
    try {
      await (await aws.organizations()).deregisterDelegatedAdministrator({ AccountId, ServicePrincipal: service });
    } catch (error) {
      if (awsErrorName(error) !== "AccountNotRegisteredException") throw error;
    }
  },

  actions: {
    observe: ["organizations:ListDelegatedAdministrators", "organizations:ListDelegatedServicesForAccount"],
    ensure: ["organizations:RegisterDelegatedAdministrator"],
    remove: ["organizations:DeregisterDelegatedAdministrator"],
  },
};

export async function administrators({ aws }: Reader) {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listDelegatedAdministrators({ NextToken }),
    (page) => page.DelegatedAdministrators,
  );
}

export async function delegatedServices({ aws }: Reader, AccountId: string) {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listDelegatedServicesForAccount({ AccountId, NextToken }),
    (page) => page.DelegatedServices,
  );
}

function idsOf({ change, idOf }: ChangeScope): { service: string; AccountId: string } {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "delegated-administrator") throw new TypeError(`${change.address} is no delegated administrator`);
  return { service: item.service, AccountId: idOf(item.account) };
}
