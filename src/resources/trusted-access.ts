import { allPages } from "../aws/index.ts";
import { trustedAccessAddress } from "../ids/index.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";

/** Trusted access of AWS services to the organization. It is taken away only by a statement. */
export const trustedAccess: OrganizationsResource<"trusted-access"> = {
  kind: "trusted-access",

  async observe(reader) {
    const services = await enabledServices(reader);
    return services.map((service) => ({
      item: { kind: "trusted-access", address: trustedAccessAddress(service), service },
      id: service,
      owner: "watched",
    }));
  },

  compare: () => [],

  async ensure(aws, { change }) {
    if (change.desired?.kind !== "trusted-access") throw new TypeError(`${change.address} is no trusted access`);
    const { service } = change.desired;
    await (await aws.organizations()).enableAWSServiceAccess({ ServicePrincipal: service });
    return service;
  },

  async remove(aws, { change }) {
    await (await aws.organizations()).disableAWSServiceAccess({ ServicePrincipal: change.observed?.id });
  },

  actions: {
    observe: ["organizations:ListAWSServiceAccessForOrganization"],
    ensure: ["organizations:EnableAWSServiceAccess"],
    remove: ["organizations:DisableAWSServiceAccess"],
  },
};

/** The services that have trusted access. Asked again by the same reader, they cost no call. */
export async function enabledServices({ aws }: Reader): Promise<string[]> {
  const organizations = await aws.organizations();
  const services = await allPages(
    (NextToken) => organizations.listAWSServiceAccessForOrganization({ NextToken }),
    (page) => page.EnabledServicePrincipals,
  );
  return services.map(({ ServicePrincipal = "" }) => ServicePrincipal);
}
