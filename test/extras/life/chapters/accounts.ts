import { type Chapter, organizations, type Step } from "../step.ts";

const create = (name: string, rest: Partial<Step> = {}, email = `${name}@example.com`): Step =>
  organizations(`${name} is asked for`, `create-account --account-name ${name} --email ${email}`, { keeps: { [`request_${name}`]: "CreateAccountStatus.Id" }, ...rest });
const wait = (name: string, State: string, rest: Partial<Step> = {}): Step =>
  organizations(`${name} is waited for`, `describe-create-account-status --create-account-request-id {request_${name}}`, {
    waits: true,
    gives: { CreateAccountStatus: { AccountName: name, State } },
    keeps: { [name]: "CreateAccountStatus.AccountId" },
    ...rest,
  });
const move = (does: string, account: string, from: string, to: string, rest: Partial<Step>): Step =>
  organizations(does, `move-account --account-id {${account}} --source-parent-id {${from}} --destination-parent-id {${to}}`, rest);

const AT_ONCE = { differs: "has a new account at once" };

/** AWS creates five at a time. */
const FIVE = ["audit", "log", "dev", "test", "prod"];

export const requestsChapter: Chapter = {
  title: "Accounts are asked for",
  steps: [
    ...FIVE.map((name) => create(name, { gives: { CreateAccountStatus: { AccountName: name, State: "IN_PROGRESS" } }, moto: AT_ONCE })),
    create("sixth", { fails: "ConstraintViolationException", because: "in progress", moto: { lacks: "creates any number at a time" } }),
    organizations("while accounts are created, the organization stays", "delete-organization", { fails: "OrganizationNotEmptyException" }),
  ],
};

export const newAccountsChapter: Chapter = {
  title: "Accounts come into being",
  steps: FIVE.map((name) => wait(name, "SUCCEEDED")),
};

export const accountsChapter: Chapter = {
  title: "Accounts",
  steps: [
    create("twin", { moto: { lacks: "gives one e-mail address to two accounts" } }, "DEV@example.com"),
    wait("twin", "FAILED", { gives: { CreateAccountStatus: { State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" } }, keeps: {} }),
    organizations("an e-mail address needs its form", "create-account --account-name x --email nonsense", { fails: "InvalidInputException", moto: { lacks: "takes any text for an e-mail address" } }),
    organizations("an account is described", "describe-account --account-id {dev}", { gives: { Account: { Id: "{dev}", Name: "dev", Email: "dev@example.com", Status: "ACTIVE", State: "ACTIVE", JoinedMethod: "CREATED" } } }),
    organizations("it has a path", "describe-account --account-id {dev}", { gives: { Account: { Paths: ["{organization}/{root}/{dev}/"] } }, moto: { lacks: "Paths" } }),
    organizations("another one is not found", "describe-account --account-id 999999999999", { fails: "AccountNotFoundException" }),
    organizations("all are listed", "list-accounts --page-size 2", { moto: { differs: "lists them in another order" } }),
    organizations("the requests are listed by their state", "list-create-account-status --states SUCCEEDED", { moto: { differs: "lists them in another order" } }),
    move("dev moves", "dev", "root", "one", { gives: {} }),
    move("from where it is not, it cannot move", "dev", "root", "two", { fails: "SourceParentNotFoundException", moto: { lacks: "moves it all the same" } }),
    move("to where it is, neither", "dev", "one", "one", { fails: "DuplicateAccountException", moto: { lacks: "moves to where the account is" } }),
    organizations("to nowhere, neither", "move-account --account-id {dev} --source-parent-id {one} --destination-parent-id ou-none-12345678", { fails: "DestinationParentNotFoundException", moto: { lacks: "another error" } }),
    organizations("it is where it was moved to", "list-accounts-for-parent --parent-id {one}", { gives: { Accounts: [{ Id: "{dev}" }] } }),
    organizations("its parent knows it", "list-parents --child-id {dev}", { gives: { Parents: [{ Id: "{one}", Type: "ORGANIZATIONAL_UNIT" }] } }),
    organizations("an account so new cannot leave", "remove-account-from-organization --account-id {log}", { fails: "ConstraintViolationException", because: "four days", moto: { lacks: "lets any account go" } }),
    organizations("the management account cannot leave", "remove-account-from-organization --account-id {management}", { fails: "MasterCannotLeaveOrganizationException", moto: { lacks: "lets any account go" } }),
    organizations("an organization with accounts stays", "delete-organization", { fails: "OrganizationNotEmptyException" }),
  ],
};
