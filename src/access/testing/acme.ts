import { expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import { type AccessModel, accessModel, knownRoles } from "../index.ts";

/** A small organization with something of each kind. */
export const ACME: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  managementAccount: { id: "999999999999" },
  policies: {
    regions: {
      type: "scp",
      document: { Version: "2012-10-17", Statement: [{ Sid: "OnlyEurope", Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } }] },
    },
    "no-users": { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iam:CreateUser", Resource: "*" }] } },
    frozen: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/OrganizationAccountAccessRole" } } }] } },
    inside: {
      type: "rcp",
      document: {
        Version: "2012-10-17",
        Statement: [{ Sid: "OurCallers", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" }, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } }],
      },
    },
    "cost-tags": { type: "tag", document: { tags: { team: { tag_key: { "@@assign": "team" }, tag_value: { "@@assign": ["shop", "data"] } } } } },
  },
  root: { policies: ["regions", "inside", "cost-tags"] },
  roles: {
    deploy: { ous: ["Workloads"], trust: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::999999999999:root" }, Action: "sts:AssumeRole" }] }, inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:*", "iam:CreateUser"], Resource: "*" }] } },
  },
  identityCenter: {
    permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"] }, Reader: { managedPolicies: ["SecurityAudit"] }, Half: { managedPolicies: ["AdministratorAccess"], customerManagedPolicies: [{ name: "not-told" }] } },
    assignments: [{ group: "platform", permissionSet: "Admin", ous: ["Workloads"] }, { group: "audit", permissionSet: "Reader", ous: ["root"] }, { group: "half", permissionSet: "Half", accounts: ["shop-dev"] }],
  },
  ous: {
    Security: { accounts: { "log-archive": { id: "222222222222", stage: "prod" } } },
    Workloads: {
      ous: {
        Prod: { policies: ["no-users"], accounts: { "shop-prod": { stage: "prod" }, "data-prod": { stage: "prod" } } },
        Dev: { accounts: { "shop-dev": { stage: "dev" } } },
      },
    },
    Suspended: { policies: ["frozen"], accounts: { old: { state: "held" } } },
  },
};

export const acme = (): AccessModel => accessModel(expand(ACME), { homeRegion: "eu-west-1", roles: knownRoles(ACME) });
