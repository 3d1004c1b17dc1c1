import { aws, type Chapter, organizations } from "../step.ts";

const SERVICE = "guardduty.amazonaws.com";
const sessionIn = (account: string) => ({
  does: `the management account enters ${account}`,
  args: aws(`sts assume-role --role-arn arn:aws:iam::{${account}}:role/OrganizationAccountAccessRole --role-session-name life`),
  keeps: { [`in_${account}`]: "Credentials" },
});
const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::{log}:root" }, Action: ["organizations:CreatePolicy", "organizations:DescribePolicy"], Resource: "*", Condition: { StringEquals: { "organizations:PolicyType": "TAG_POLICY" } } }],
});
const TAG_POLICY = JSON.stringify({ tags: { team: { tag_key: { "@@assign": "team" } } } });
const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] });

export const delegationChapter: Chapter = {
  title: "Trusted access and delegation",
  steps: [
    organizations("before a service is trusted, it has no administrator", `register-delegated-administrator --account-id {audit} --service-principal ${SERVICE}`, { fails: "ConstraintViolationException", moto: { lacks: "asks for no trusted access" } }),
    organizations("a service is trusted", `enable-aws-service-access --service-principal ${SERVICE}`, { gives: {} }),
    organizations("a service must be known", "enable-aws-service-access --service-principal nobody.amazonaws.com", { fails: "InvalidInputException" }),
    organizations("trusted services are listed", "list-aws-service-access-for-organization", { gives: { EnabledServicePrincipals: [{ ServicePrincipal: SERVICE }] } }),
    organizations("an account administers it", `register-delegated-administrator --account-id {audit} --service-principal ${SERVICE}`, { gives: {} }),
    organizations("once", `register-delegated-administrator --account-id {audit} --service-principal ${SERVICE}`, { fails: "AccountAlreadyRegisteredException" }),
    organizations("the management account cannot", `register-delegated-administrator --account-id {management} --service-principal ${SERVICE}`, { fails: "ConstraintViolationException" }),
    organizations("administrators are listed", "list-delegated-administrators", { gives: { DelegatedAdministrators: [{ Id: "{audit}", Name: "audit" }] } }),
    organizations("and their services", "list-delegated-services-for-account --account-id {audit}", { gives: { DelegatedServices: [{ ServicePrincipal: SERVICE }] } }),
    organizations("an administrator stays an account", "close-account --account-id {audit}", { fails: "ConstraintViolationException", moto: { lacks: "closes it" } }),
    sessionIn("audit"),
    organizations("the administrator reads the organization", "describe-account --account-id {dev}", { as: "in_audit", gives: { Account: { Name: "dev" } }, moto: { lacks: "knows accounts in the management account only" } }),
    organizations("and changes nothing", "create-organizational-unit --parent-id {root} --name mine", { as: "in_audit", fails: "AccessDeniedException", moto: { lacks: "lets members do anything" } }),
    sessionIn("log"),
    organizations("another member reads nothing of others", "list-accounts", { as: "in_log", fails: "AccessDeniedException", moto: { lacks: "answers an empty list" } }),
    organizations("but knows where it belongs", "describe-organization", { as: "in_log", gives: { Organization: { Id: "{organization}" } } }),
    organizations("policies are delegated to it", ["put-resource-policy", "--content", POLICY], { gives: { ResourcePolicy: { ResourcePolicySummary: {} } }, moto: { lacks: "put-resource-policy" } }),
    organizations("now it creates tag policies", ["create-policy", "--name", "delegated", "--description", "by a member", "--type", "TAG_POLICY", "--content", TAG_POLICY], { as: "in_log", gives: { Policy: { PolicySummary: { Name: "delegated" } } }, moto: { lacks: "put-resource-policy" } }),
    organizations("but no SCPs", ["create-policy", "--name", "not delegated", "--description", "", "--type", "SERVICE_CONTROL_POLICY", "--content", DENY], { as: "in_log", fails: "AccessDeniedException", moto: { lacks: "put-resource-policy" } }),
    organizations("a delegation policy must be one", ["put-resource-policy", "--content", "{}"], { fails: "InvalidInputException", because: "not valid JSON or lacks", moto: { lacks: "put-resource-policy" } }),
    organizations("the delegation ends", "delete-resource-policy", { gives: {}, moto: { lacks: "delete-resource-policy" } }),
    organizations("the administrator is one no longer", `deregister-delegated-administrator --account-id {audit} --service-principal ${SERVICE}`, { gives: {} }),
    organizations("only once", `deregister-delegated-administrator --account-id {audit} --service-principal ${SERVICE}`, { fails: "AccountNotRegisteredException" }),
    organizations("trust ends", `disable-aws-service-access --service-principal ${SERVICE}`, { gives: {} }),
  ],
};
