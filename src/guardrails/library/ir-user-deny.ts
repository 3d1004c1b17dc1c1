import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, WHO, works } from "../proof.ts";

const MALLORY = "93677a6c-1234-5678-9abc-def012345678";
const ALICE = "0f0f0f0f-1234-5678-9abc-def012345678";
/** An id that is nobody's, so that the policy can be in place before it is needed. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const sessionOf = (id: string) => ({ principal: WHO.person, context: { "identitystore:UserId": id } });
const list = { users: [NOBODY, MALLORY] };

export const irUserDeny: StatementGuardrail = {
  name: "ir-user-deny",
  title: "Named people can do nothing, in sessions that are open as well",
  form: "scp",
  reason: "Disabling a person in Identity Center ends no session of a role: up to twelve hours remain. A deny on the person's id ends all at once, in every account below. Attached before an incident, it costs one edit when it is needed.",
  source: 'IAM Identity Center User Guide, "Understanding authentication sessions in IAM Identity Center"',
  rows: [129, 130],
  parameters: [{ name: "users", kind: "strings", default: [NOBODY], description: "Ids of people in Identity Center's directory; an id that is nobody's keeps the policy in place." }],
  leaves: [
    "The management account: no SCP binds it. Take the person's assignments there away first.",
    "Unconfirmed: that the id goes along when the person takes on another role from such a session.",
    "Keys that the person made; `deny-iam-users-and-keys` lets none be made.",
    "Remove the id after twelve hours.",
  ],
  statements: (settings) => [
    { Sid: "NamedPeople", Effect: "Deny", Action: "*", Resource: "*", Condition: { StringEquals: { "identitystore:UserId": textsOf(settings, "users") } } },
  ],
  proof: [
    denied("a person who is named reads nothing", "s3:GetObject", "arn:aws:s3:::shop/orders", { ...sessionOf(MALLORY), parameters: list }),
    denied("nor takes on another role", "sts:AssumeRole", "arn:aws:iam::111111111111:role/app", { ...sessionOf(MALLORY), parameters: list }),
    denied("nor does so as break-glass", "s3:GetObject", "arn:aws:s3:::shop/orders", { ...sessionOf(MALLORY), principal: WHO.breakGlass, parameters: list }),
    denied("an id that is nobody's is denied, if anybody had it", "s3:GetObject", "arn:aws:s3:::shop/orders", sessionOf(NOBODY)),
    works("everybody else works on", "s3:GetObject", "arn:aws:s3:::shop/orders", { ...sessionOf(ALICE), parameters: list }),
    works("before anybody is named, all do", "s3:GetObject", "arn:aws:s3:::shop/orders", sessionOf(MALLORY)),
    works("roles of applications have no such id", "s3:GetObject", "arn:aws:s3:::shop/orders", { parameters: list }),
  ],
};
