import { type Chapter, organizations } from "../step.ts";

const LACKS = { lacks: "handshakes" };
/** The account that is in no organization when the script begins. */
const as = "other";

export const invitationsChapter: Chapter = {
  title: "Invitations",
  steps: [
    organizations("an account is invited", "invite-account-to-organization --target Id={other},Type=ACCOUNT --notes come", { gives: { Handshake: { Action: "INVITE", State: "OPEN" } }, keeps: { first: "Handshake.Id" }, moto: LACKS }),
    organizations("once", "invite-account-to-organization --target Id={other},Type=ACCOUNT", { fails: "DuplicateHandshakeException", moto: LACKS }),
    organizations("members are not invited", "invite-account-to-organization --target Id={dev},Type=ACCOUNT", { fails: "HandshakeConstraintViolationException", moto: LACKS }),
    organizations("it sees the invitation", "list-handshakes-for-account", { as, gives: { Handshakes: [{ Id: "{first}", State: "OPEN" }] }, moto: LACKS }),
    organizations("it declines", "decline-handshake --handshake-id {first}", { as, gives: { Handshake: { State: "DECLINED" } }, moto: LACKS }),
    organizations("for good", "accept-handshake --handshake-id {first}", { as, fails: "InvalidHandshakeTransitionException", moto: LACKS }),
    organizations("another invitation is canceled", "invite-account-to-organization --target Id={other},Type=ACCOUNT", { keeps: { second: "Handshake.Id" }, moto: LACKS }),
    organizations("by who sent it", "cancel-handshake --handshake-id {second}", { gives: { Handshake: { State: "CANCELED" } }, moto: LACKS }),
    organizations("a third one", "invite-account-to-organization --target Id={other},Type=ACCOUNT", { keeps: { third: "Handshake.Id" }, moto: LACKS }),
    organizations("is accepted", "accept-handshake --handshake-id {third}", { as, gives: { Handshake: { State: "ACCEPTED" } }, moto: LACKS }),
    organizations("so that the account is in", "describe-organization", { as, gives: { Organization: { Id: "{organization}" } }, moto: LACKS }),
    organizations("as one that was invited", "describe-account --account-id {other}", { gives: { Account: { JoinedMethod: "INVITED" } }, moto: LACKS }),
    {
      does: "an invited account has no role for the management account",
      args: ["sts", "assume-role", "--role-arn", "arn:aws:iam::{other}:role/OrganizationAccountAccessRole", "--role-session-name", "life"],
      fails: "AccessDenied",
      moto: LACKS,
    },
    organizations("it may leave at any time", "leave-organization", { as, gives: {}, moto: LACKS }),
    organizations("and founds its own organization", "create-organization", { as, gives: { Organization: { MasterAccountId: "{other}" } }, keeps: { second_organization: "Organization.Id" }, moto: LACKS }),
    organizations("which knows nothing of the first", "describe-account --account-id {dev}", { as, fails: "AccountNotFoundException", moto: LACKS }),
    organizations("and invites a member of the first", "invite-account-to-organization --target Id={prod},Type=ACCOUNT", { as, gives: { Handshake: { State: "OPEN" } }, keeps: { away: "Handshake.Id" }, moto: LACKS }),
    {
      does: "the member's administrator comes",
      args: ["sts", "assume-role", "--role-arn", "arn:aws:iam::{prod}:role/OrganizationAccountAccessRole", "--role-session-name", "life"],
      keeps: { in_prod: "Credentials" },
      moto: LACKS,
    },
    organizations("but so new an account cannot go", "accept-handshake --handshake-id {away}", { as: "in_prod", fails: "ConstraintViolationException", because: "four days", moto: LACKS }),
  ],
};
