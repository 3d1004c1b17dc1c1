import type { Organization } from "../../src/organization/index.ts";

const DENY_LEAVE = {
  Version: "2012-10-17",
  Statement: [{ Sid: "DenyLeave", Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" }],
} as const;

/** A small organization of our own, for tests that take one through its life. */
export const SMALL: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
  accountEmail: "aws+{account}@acme.example",
  tags: { "managed-by": "landfall" },
  policies: {
    "deny-leave": { type: "scp", description: "Nobody leaves", document: DENY_LEAVE },
    "only-us": {
      type: "rcp",
      document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdefghij" } } }] },
    },
  },
  root: { policies: ["deny-leave"] },
  ous: {
    Security: { accounts: { "log-archive": { purpose: "Keeps the logs", stage: "prod", owner: "security" } } },
    Workloads: {
      policies: ["only-us"],
      ous: {
        Prod: { accounts: { "shop-prod": { purpose: "Runs the shop", stage: "prod", service: "shop", owner: "shop" } } },
        SDLC: { accounts: { "shop-dev": { purpose: "Builds the shop", stage: "dev", service: "shop", owner: "shop" } } },
      },
    },
  },
};
