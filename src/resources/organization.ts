import { awsErrorName } from "../aws/index.ts";
import { ORGANIZATION, ROOT } from "../ids/index.ts";
import { MANAGEMENT_ACCOUNT } from "../inventory/index.ts";
import type { OrganizationsResource } from "./registry.ts";

/** The organization itself. It is created with all features; landfall never deletes one. */
export const organization: OrganizationsResource<"organization"> = {
  kind: "organization",

  async observe(reader) {
    const found = await reader.organization();
    if (found === undefined) return [];
    const featureSet = found.FeatureSet === "CONSOLIDATED_BILLING" ? "CONSOLIDATED_BILLING" : "ALL";
    return [{ item: { kind: "organization", address: ORGANIZATION, featureSet }, id: found.Id ?? "", arn: found.Arn, owner: "aws" }];
  },

  compare: () => [],

  async ensure(aws, { learn }) {
    const organizations = await aws.organizations();
    const made = await organizations.createOrganization({ FeatureSet: "ALL" }).catch(async (error: unknown) => {
      if (awsErrorName(error) !== "AlreadyInOrganizationException") throw error;
      return organizations.describeOrganization({});
    });
    const { Roots } = await organizations.listRoots({});
    learn(ROOT, Roots?.[0]?.Id ?? "");
    learn(MANAGEMENT_ACCOUNT, made.Organization?.MasterAccountId ?? "");
    return made.Organization?.Id ?? "";
  },

  async remove() {
    throw new TypeError("an organization is never removed by a plan");
  },

  actions: {
    observe: ["organizations:DescribeOrganization", "sts:GetCallerIdentity"],
    ensure: ["organizations:CreateOrganization", "organizations:DescribeOrganization", "organizations:ListRoots", "iam:CreateServiceLinkedRole"],
    remove: [],
  },
};
