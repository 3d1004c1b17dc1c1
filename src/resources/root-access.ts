import type { FeatureType } from "@aws-sdk/client-iam";
import type { Aws } from "../aws/index.ts";
import { rootAccessAddress } from "../ids/index.ts";
import { IAM_ROOT_ACCESS } from "../limits/index.ts";
import type { ChangeScope } from "../plan/index.ts";
import type { OrganizationsResource } from "./registry.ts";
import { enabledServices } from "./trusted-access.ts";

/**
 * Centralized root access: IAM lets the management account hold the root users of its members. It is on for the whole
 * organization, and goes only by a statement. Without trusted access there is none, and IAM is not asked.
 * Source: IAM User Guide, "Centralize root access for member accounts".
 */
export const rootAccess: OrganizationsResource<"root-access"> = {
  kind: "root-access",

  async observe(reader) {
    if (!(await enabledServices(reader)).includes(IAM_ROOT_ACCESS)) return [];
    const { EnabledFeatures = [] } = await (await reader.aws.iam()).listOrganizationsFeatures({});
    return EnabledFeatures.map((feature) => ({ item: { kind: "root-access", address: rootAccessAddress(feature), feature }, id: feature, owner: "watched" }));
  },

  compare: () => [],

  async ensure(aws, scope) {
    const feature = featureOf(scope);
    await (await switches(aws))[feature].enable();
    return feature;
  },

  async remove(aws, scope) {
    await (await switches(aws))[featureOf(scope)].disable();
  },

  actions: {
    observe: ["organizations:ListAWSServiceAccessForOrganization", "iam:ListOrganizationsFeatures"],
    ensure: ["iam:EnableOrganizationsRootCredentialsManagement", "iam:EnableOrganizationsRootSessions"],
    remove: ["iam:DisableOrganizationsRootCredentialsManagement", "iam:DisableOrganizationsRootSessions"],
  },
};

async function switches(aws: Aws): Promise<Record<FeatureType, { enable(): Promise<unknown>; disable(): Promise<unknown> }>> {
  const iam = await aws.iam();
  return {
    RootCredentialsManagement: { enable: () => iam.enableOrganizationsRootCredentialsManagement({}), disable: () => iam.disableOrganizationsRootCredentialsManagement({}) },
    RootSessions: { enable: () => iam.enableOrganizationsRootSessions({}), disable: () => iam.disableOrganizationsRootSessions({}) },
  };
}

function featureOf({ change }: ChangeScope): FeatureType {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "root-access") throw new TypeError(`${change.address} is no root access`);
  return item.feature;
}
