import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const ACCOUNT = `arn:aws:account::${MEMBER}:account`;

export const denyBillingAndAccountChanges: StatementGuardrail = {
  name: "deny-billing-and-account-changes",
  title: "Nobody inside an account changes its contacts, its e-mail, how it is paid or taxed, or closes it",
  form: "scp",
  reason: "Whoever changes the e-mail of an account can become its root user. Contacts get AWS's warnings of abuse, and payment and tax are the finance team's.",
  source: 'aws-samples, "service-control-policy-examples"; Account Management Reference Guide, "Update contacts"',
  rows: [67, 103, 130],
  parameters: [],
  leaves: [
    "The management account changes all of it, for its members too.",
    "Costs and bills are still seen; budgets are still made.",
    "Purchases are for `sandbox-boundaries`.",
  ],
  statements: (settings) => [
    {
      Sid: "AccountStaysAsItIs",
      Effect: "Deny",
      Action: [
        "account:AcceptPrimaryEmailUpdate", "account:CloseAccount", "account:DeleteAlternateContact", "account:PutAccountName",
        "account:PutAlternateContact", "account:PutContactInformation", "account:StartPrimaryEmailUpdate",
        "iam:UpdateAccountEmailAddress", "iam:UpdateAccountName",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
    {
      Sid: "PaymentStaysAsItIs",
      Effect: "Deny",
      Action: [
        "aws-portal:ModifyAccount", "aws-portal:ModifyBilling", "aws-portal:ModifyPaymentMethods", "billing:DeleteResourcePolicy",
        "billing:PutContractInformation", "billing:PutResourcePolicy", "billing:RedeemCredits", "billing:UpdateBillingPreferences",
        "billing:UpdateIAMAccessPreference", "freetier:UpgradeAccountPlan", "invoicing:Create*", "invoicing:Delete*", "invoicing:Put*",
        "invoicing:StartInvoiceCorrection", "invoicing:Update*", "payments:Accept*", "payments:Create*", "payments:Delete*",
        "payments:MakePayment", "payments:Update*", "purchase-orders:Add*", "purchase-orders:Delete*", "purchase-orders:Modify*",
        "purchase-orders:Update*", "supportplans:AcceptSupportAgreement",
        "supportplans:C*", "supportplans:RejectSupportAgreement", "supportplans:StartSupportPlanUpdate", "supportplans:UpdateSupportAgreement",
        "tax:BatchDelete*", "tax:BatchPut*", "tax:C*", "tax:Delete*", "tax:Put*",
        "tax:UpdateExemptions",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator changes no e-mail", "account:StartPrimaryEmailUpdate", ACCOUNT),
    denied("nor the security contact", "account:PutAlternateContact", ACCOUNT),
    denied("nor does he close the account", "account:CloseAccount", ACCOUNT),
    denied("nor does the root user change its e-mail by IAM", "iam:UpdateAccountEmailAddress", undefined, { principal: WHO.root }),
    denied("nobody changes how it is paid", "payments:CreatePaymentInstrument"),
    denied("nor in the old console", "aws-portal:ModifyPaymentMethods"),
    denied("nor where it is taxed", "tax:PutTaxRegistration"),
    denied("nor on what terms", "payments:AcceptFinancingApplicationTerms"),
    denied("nor what help costs", "supportplans:StartSupportPlanUpdate"),
    denied("nor lets others see what it costs", "billing:PutResourcePolicy", `arn:aws:billing::${MEMBER}:billingview/custom-1`),
    denied("nor who may see bills", "billing:UpdateIAMAccessPreference"),
    works("contacts are seen", "account:GetAlternateContact", ACCOUNT),
    works("costs are seen", "ce:GetCostAndUsage", `arn:aws:ce::${MEMBER}:billingview/primary`),
    works("budgets are made", "budgets:ModifyBudget", `arn:aws:budgets::${MEMBER}:budget/shop`),
    works("landfall sets contacts from the management account", "account:PutAlternateContact", ACCOUNT, { principal: WHO.management }),
  ],
};
