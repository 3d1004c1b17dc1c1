import type { ConditionBlock } from "../../policy/index.ts";
import type { Answers, PolicyTemplate } from "../blueprint.ts";
import { ELB_ACCOUNTS } from "./elb-accounts.ts";

/** The services that hold data, secrets or ways in and that resource control policies reach. */
const SERVICES = ["kms:*", "s3:*", "secretsmanager:*", "sqs:*"];

/**
 * AWS fills in the id of the organization that owns the resource, so the file needs none. Where AWS does not know it,
 * the statement does not hold: without that, an unknown owner would lock out the owner as well.
 * Source: S3 User Guide, presigned URL guardrails, and IAM User Guide, "aws:ResourceOrgID".
 */
const OWNER_KNOWN = { "aws:ResourceOrgID": "false" };
const THE_ORGANIZATION = "${aws:ResourceOrgID}";

/**
 * Sign-in through SAML and OpenID Connect carries no organization and is left alone: of STS only the actions of callers
 * that have one are named. A partner's account is let in under "aws:PrincipalAccount" of the first statement.
 */
export const organizationOnlyData: PolicyTemplate = {
  name: "organization-only-data",
  type: "rcp",
  description: "Data, keys, secrets and roles answer to this organization and services acting for it.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "CallersOfThisOrganization",
        Effect: "Deny",
        Principal: "*",
        Action: [...SERVICES, "sts:AssumeRole", "sts:SetContext"],
        Resource: "*",
        Condition: foreignCaller(answers),
      },
      {
        Sid: "ServicesActingForThisOrganization",
        Effect: "Deny",
        Principal: "*",
        Action: [...SERVICES, "sts:AssumeRole"],
        Resource: "*",
        Condition: foreignErrand,
      },
    ],
  }),
};

function foreignCaller(answers: Answers): ConditionBlock {
  const loadBalancers = answers.regions.flatMap((region) => ELB_ACCOUNTS[region] ?? []);
  const known: Record<string, string | string[]> = { "aws:PrincipalOrgID": THE_ORGANIZATION };
  if (loadBalancers.length > 0) known["aws:PrincipalAccount"] = loadBalancers;
  return {
    StringNotEqualsIfExists: known,
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    Null: OWNER_KNOWN,
  };
}

/** AWS services name the account they act for where they act for one. */
const foreignErrand: ConditionBlock = {
  StringNotEqualsIfExists: { "aws:SourceOrgID": THE_ORGANIZATION },
  Bool: { "aws:PrincipalIsAWSService": "true" },
  Null: { ...OWNER_KNOWN, "aws:SourceAccount": "false" },
};
