import { aws, type Chapter, type Step } from "../step.ts";

const enter = (does: string, role: string, rest: Partial<Step>): Step => ({ does, args: aws(`sts assume-role --role-arn ${role} --role-session-name life`), ...rest });
const DEV_ROLE = "arn:aws:iam::{dev}:role/OrganizationAccountAccessRole";
const READ = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: "*" }] });
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::{dev}:user/ada" }, Action: "sts:AssumeRole" }] });
const OWN_IDS = { differs: "has ids of its own form for users", in: ["UserId"] };
const NO_AUTHORIZATION = { lacks: "decides nothing about who may" };

export const accessChapter: Chapter = {
  title: "Who may",
  steps: [
    { does: "somebody asks who he is", args: aws("sts get-caller-identity"), gives: { Account: "{management}" }, moto: { differs: "has a caller of its own" } },
    enter("the management account enters from day one", DEV_ROLE, { gives: { AssumedRoleUser: { Arn: "arn:aws:sts::{dev}:assumed-role/OrganizationAccountAccessRole/life" } }, keeps: { in_dev: "Credentials" } }),
    { does: "and is somebody else there", args: aws("sts get-caller-identity"), as: "in_dev", gives: { Account: "{dev}", Arn: "arn:aws:sts::{dev}:assumed-role/OrganizationAccountAccessRole/life" } },
    enter("a role that is not there lets nobody in", "arn:aws:iam::{dev}:role/Nobody", { fails: "AccessDenied", moto: { lacks: "lets anybody into a role that does not exist" } }),
    { does: "on day one there are no users", args: aws("iam list-users"), as: "in_dev", gives: { Users: [] } },
    { does: "but the role, and that of the organization", args: aws("iam list-roles --query", "{Names: Roles[].RoleName}"), as: "in_dev", gives: { Names: ["AWSServiceRoleForOrganizations", "OrganizationAccountAccessRole"] }, moto: { lacks: "the role of the organization" } },
    { does: "a user is created", args: aws("iam create-user --user-name ada"), as: "in_dev", gives: { User: { UserName: "ada", Arn: "arn:aws:iam::{dev}:user/ada", Path: "/" } }, moto: OWN_IDS },
    { does: "once", args: aws("iam create-user --user-name ada"), as: "in_dev", fails: "EntityAlreadyExists" },
    { does: "the user may read", args: aws("iam put-user-policy --user-name ada --policy-name read --policy-document", READ), as: "in_dev", gives: {} },
    { does: "a policy must be one", args: aws("iam put-user-policy --user-name ada --policy-name broken --policy-document", "{"), as: "in_dev", fails: "MalformedPolicyDocument" },
    { does: "the user gets a key", args: aws("iam create-access-key --user-name ada"), as: "in_dev", gives: { AccessKey: { UserName: "ada", Status: "Active" } }, keeps: { ada: "AccessKey" } },
    { does: "which signs", args: aws("sts get-caller-identity"), as: "ada", gives: { Account: "{dev}", Arn: "arn:aws:iam::{dev}:user/ada" }, moto: OWN_IDS },
    { does: "the user reads", args: aws("iam get-user --user-name ada"), as: "ada", gives: { User: { UserName: "ada" } }, moto: OWN_IDS },
    { does: "and changes nothing", args: aws("iam create-user --user-name eve"), as: "ada", fails: "AccessDenied", because: "not authorized to perform: iam:CreateUser", moto: NO_AUTHORIZATION },
    { does: "a role trusts the user", args: aws("iam create-role --role-name night --assume-role-policy-document", TRUST), as: "in_dev", gives: { Role: { RoleName: "night", Path: "/" } }, moto: { differs: "says of a new role that it was used", in: ["RoleLastUsed"] } },
    { does: "and lets sessions last", args: aws("iam update-role --role-name night --description late --max-session-duration 7200"), as: "in_dev", gives: {} },
    { does: "which it says", args: aws("iam get-role --role-name night --query Role.[Description,MaxSessionDuration]"), as: "in_dev", gives: ["late", 7200] },
    enter("who enters it", "arn:aws:iam::{dev}:role/night", { as: "ada", gives: { AssumedRoleUser: { Arn: "arn:aws:sts::{dev}:assumed-role/night/life" } } }),
    enter("and no other", DEV_ROLE, { as: "ada", fails: "AccessDenied", moto: NO_AUTHORIZATION }),
    { does: "nothing of it is seen in another account", args: aws("iam list-users --query", "{Ada: Users[?UserName=='ada'] | length(@)}"), gives: { Ada: 0 } },
    { does: "nor found", args: aws("iam get-user --user-name ada"), fails: "NoSuchEntity" },
    { does: "a user with a key stays", args: aws("iam delete-user --user-name ada"), as: "in_dev", fails: "DeleteConflict" },
    { does: "the account has an alias", args: aws("iam create-account-alias --account-alias life-dev"), as: "in_dev", gives: {} },
    { does: "its only one", args: aws("iam list-account-aliases"), as: "in_dev", gives: { AccountAliases: ["life-dev"] } },
  ],
};
