import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MANAGEMENT, MEMBER, WHO, works } from "../proof.ts";

const ORGANIZATION = `arn:aws:organizations::${MANAGEMENT}:organization/o-exampleorgid`;
const HANDSHAKE = "arn:aws:organizations::777777777777:handshake/o-otherorgid/invite/h-0123456789";

/** Nobody is exempt: the management account, which no policy binds, is the one to let an account go. */
export const denyLeaveOrganization: StatementGuardrail = {
  name: "deny-leave-organization",
  title: "No account leaves the organization, joins another one or closes itself",
  form: "scp",
  reason: "An account that leaves sheds every other guardrail, and takes its data along. AcceptHandshake is how an account moves straight into another organization, and closing an account stops everything in it.",
  source: 'AWS Cloud Operations Blog, 2026-03-17, "Essential security controls to prevent unauthorized account removal"',
  rows: [35, 67, 103],
  parameters: [],
  leaves: [
    "The management account can still remove and close accounts; nobody else is exempt.",
    "Not for an OU of accounts that are on their way to another organization.",
    "Unconfirmed: that denying LeaveOrganization alone would not stop a direct move; AcceptHandshake is denied for that.",
  ],
  statements: () => [
    {
      Sid: "StayInOrganization",
      Effect: "Deny",
      Action: ["account:CloseAccount", "organizations:AcceptHandshake", "organizations:LeaveOrganization"],
      Resource: "*",
    },
  ],
  proof: [
    denied("an administrator cannot leave the organization", "organizations:LeaveOrganization"),
    denied("the root user cannot leave it either", "organizations:LeaveOrganization", undefined, { principal: WHO.root }),
    denied("nor can a role that other guardrails let through", "organizations:LeaveOrganization", undefined, { principal: WHO.organizationAccess }),
    denied("nobody accepts the invitation of another organization", "organizations:AcceptHandshake", HANDSHAKE, { resourceAccount: MEMBER }),
    denied("nobody closes the account from inside", "account:CloseAccount", `arn:aws:account::${MEMBER}:account`),
    works("people still see the organization that they are in", "organizations:DescribeOrganization", ORGANIZATION, { resourceAccount: MEMBER }),
    works("the management account still invites accounts", "organizations:InviteAccountToOrganization", undefined, { principal: WHO.management, resourceAccount: MANAGEMENT }),
    works("the management account still accepts for itself", "organizations:AcceptHandshake", HANDSHAKE, { principal: WHO.management, resourceAccount: MANAGEMENT }),
  ],
};
