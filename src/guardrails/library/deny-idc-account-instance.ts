import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const INSTANCE = "arn:aws:sso:::instance/ssoins-0123456789abcdef";

export const denyIdcAccountInstance: StatementGuardrail = {
  name: "deny-idc-account-instance",
  title: "No account makes an IAM Identity Center of its own",
  form: "scp",
  reason: "A second directory of people is one in which nobody is taken out when they leave.",
  source: 'IAM Identity Center User Guide, "Prevent account instances with Service Control Policies"',
  rows: [113],
  parameters: [],
  leaves: ["Instances that accounts have stay; the organization's own is made in the management account, which no SCP binds."],
  statements: () => [{ Sid: "OneIdentityCenter", Effect: "Deny", Action: "sso:CreateInstance", Resource: "*" }],
  proof: [
    denied("an administrator makes no Identity Center of his own", "sso:CreateInstance", INSTANCE),
    denied("nor does the root user", "sso:CreateInstance", INSTANCE, { principal: WHO.root }),
    denied("nor a role that other guardrails let through", "sso:CreateInstance", INSTANCE, { principal: WHO.landfall }),
    works("applications are connected to the organization's", "sso:CreateApplication", INSTANCE),
    works("an account's own is deleted", "sso:DeleteInstance", INSTANCE),
    works("the management account makes the organization's", "sso:CreateInstance", INSTANCE, { principal: WHO.management, resourceAccount: "999999999999" }),
    works("people are assigned by the delegated administrator", "sso:CreateAccountAssignment", INSTANCE, { principal: WHO.sibling, resourceAccount: MEMBER }),
  ],
};
