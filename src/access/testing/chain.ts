import { expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import type { PolicyDocument } from "../../policy/index.ts";
import { type AccessModel, accessModel, knownRoles } from "../index.ts";
import { ACME } from "./acme.ts";

/** A trust policy that names principals. */
export const trust = (...arns: readonly string[]): PolicyDocument => ({ Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: arns }, Action: "sts:AssumeRole" } });
/** An inline policy that allows actions. */
export const may = (...actions: readonly string[]) => ({ inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] } });

/** A pipeline in one account that deploys in others, from where production is reached. */
export const CHAIN: Organization = {
  ...ACME,
  policies: { ...ACME.policies, "no-hops": { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" }] } } },
  trustedAccess: ["member.org.stacksets.cloudformation.amazonaws.com"],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["build"] },
  delegationPolicy: { document: { Version: "2012-10-17", Statement: [{ Sid: "PolicyDesk", Effect: "Allow", Principal: { AWS: "arn:aws:iam::444444444444:root" }, Action: ["organizations:ListAccounts"], Resource: "*" }] } },
  roles: {
    pipeline: { description: "Builds and hands over", accounts: ["build"], trust: trust("arn:aws:iam::444444444444:root"), ...may("sts:AssumeRole") },
    deploy: { description: "Deploys what was built", ous: ["Workloads"], trust: trust("arn:aws:iam::444444444444:role/pipeline"), ...may("sts:AssumeRole", "s3:*") },
    copy: { accounts: ["shop-prod"], trust: trust("arn:aws:iam::555555555555:role/deploy"), ...may("s3:*") },
    partner: { accounts: ["shop-prod"], trust: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: "arn:aws:iam::777777777777:root" }, Action: "sts:AssumeRole", Condition: { StringEquals: { "sts:ExternalId": "x" } } } }, ...may("s3:*") },
    frozen: { accounts: ["shop-dev"], trust: trust("arn:aws:iam::666666666666:root"), ...may("s3:*") },
  },
  ous: {
    ...ACME.ous,
    Build: { accounts: { build: { id: "444444444444" }, stuck: { id: "666666666666", policies: ["no-hops"] } } },
    Workloads: { ous: { Prod: { accounts: { "shop-prod": { stage: "prod" } } }, Dev: { accounts: { "shop-dev": { stage: "dev", id: "555555555555" } } } } },
  },
};

export const chained = (): AccessModel => accessModel(expand(CHAIN), { homeRegion: "eu-west-1", roles: knownRoles(CHAIN) });
