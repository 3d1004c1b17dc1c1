import { aws, type Chapter, organizations, type Step } from "../step.ts";

const create = (name: string): readonly Step[] => [
  organizations(`${name} is asked for`, `create-account --account-name ${name} --email ${name}@example.com`, { keeps: { [`request_${name}`]: "CreateAccountStatus.Id" } }),
  organizations(`${name} is waited for`, `describe-create-account-status --create-account-request-id {request_${name}}`, { waits: true, gives: { CreateAccountStatus: { State: "SUCCEEDED" } } }),
];

/** moto knows no time. */
const withoutMoto = (steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, moto: { lacks: "time" } }));

export const closingChapter: Chapter = {
  title: "The quota of accounts, and closing",
  steps: [
    { does: "AWS says how many accounts there may be", args: aws("service-quotas get-service-quota --service-code organizations --quota-code L-E619E033"), gives: { Quota: { Value: 10, Adjustable: true } }, moto: { lacks: "it" } },
    ...["seven", "eight", "nine", "ten"].flatMap(create).map((step) => ({ ...step, moto: { lacks: "a quota" } })),
    organizations("an eleventh is one too many", "create-account --account-name eleven --email eleven@example.com", { fails: "ConstraintViolationException", because: "number of AWS accounts", moto: { lacks: "a quota" } }),
    { does: "more are asked for", args: aws("service-quotas request-service-quota-increase --service-code organizations --quota-code L-E619E033 --desired-value 20"), gives: { RequestedQuota: { Status: "PENDING", DesiredValue: 20 } }, keeps: { increase: "RequestedQuota.Id" }, moto: { lacks: "it" } },
    organizations("an account is closed", "close-account --account-id {log}", { gives: {} }),
    organizations("which takes its time", "describe-account --account-id {log}", { waits: true, gives: { Account: { State: "CLOSED", Status: "SUSPENDED" } }, moto: { differs: "knows no closed accounts" } }),
    organizations("a closed one is not closed again", "close-account --account-id {log}", { fails: "AccountAlreadyClosedException", moto: { lacks: "another error" } }),
    organizations("the management account stays", "close-account --account-id {management}", { fails: "ConstraintViolationException", because: "management account", moto: { lacks: "closes it" } }),
    { does: "nobody enters a closed account", args: aws("sts assume-role --role-arn arn:aws:iam::{log}:role/OrganizationAccountAccessRole --role-session-name life"), fails: "AccessDenied", moto: { lacks: "lets anybody in" } },
  ],
};

/** The clock runs on for months. */
export const monthsPassChapter: Chapter = {
  title: "Months pass",
  steps: [organizations("the closed account goes", "describe-account --account-id {log}", { waits: true, fails: "AccountNotFoundException", moto: { lacks: "time" } })],
};

export const monthsLaterChapter: Chapter = {
  title: "Months later",
  steps: withoutMoto([
    organizations("its e-mail address is not free", "create-account --account-name log --email log@example.com", { keeps: { request_again: "CreateAccountStatus.Id" } }),
    organizations("which the request tells", "describe-create-account-status --create-account-request-id {request_again}", {
      waits: true,
      gives: { CreateAccountStatus: { State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" } },
    }),
    { does: "the quota was raised", args: aws("service-quotas get-requested-service-quota-change --request-id {increase}"), gives: { RequestedQuota: { Status: "APPROVED" } } },
    ...create("eleven"),
    organizations("accounts that were created here stay until they can stand alone", "remove-account-from-organization --account-id {audit}", { fails: "ConstraintViolationException", because: "agreement" }),
    organizations("the old invitation has expired and is forgotten", "list-handshakes-for-organization --filter ActionType=INVITE", { as: "other", gives: { Handshakes: [] } }),
    organizations("another one is sent", "invite-account-to-organization --target Id={prod},Type=ACCOUNT", { as: "other", keeps: { away: "Handshake.Id" } }),
    { does: "the member's administrator comes", args: aws("sts assume-role --role-arn arn:aws:iam::{prod}:role/OrganizationAccountAccessRole --role-session-name life"), keeps: { in_prod: "Credentials" } },
    organizations("and takes the account over", "accept-handshake --handshake-id {away}", { as: "in_prod", gives: { Handshake: { State: "ACCEPTED" } } }),
    organizations("the first organization has it no longer", "describe-account --account-id {prod}", { fails: "AccountNotFoundException" }),
    organizations("the second one has it", "describe-account --account-id {prod}", { as: "other", gives: { Account: { JoinedMethod: "INVITED" } } }),
    { does: "keys of users live on", args: aws("sts get-caller-identity"), as: "ada", gives: { Account: "{dev}" } },
    organizations("sessions do not", "describe-organization", { as: "in_dev", fails: "ExpiredTokenException" }),
  ]),
};
