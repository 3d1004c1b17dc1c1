import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const RULE = "arn:aws:config:eu-central-1:111111111111:config-rule/config-rule-abc123";

/**
 * A rule's ARN holds an id and not its name, so the rules of the baseline cannot be told from those of a team.
 * Source: Service Authorization Reference, "Resource types defined by AWS Config".
 */
export const protectConfig: StatementGuardrail = {
  name: "protect-config",
  title: "Nobody inside an account stops AWS Config from recording and judging its resources",
  form: "scp",
  reason: "Without a recorder nobody sees what changed, and a rule with another scope, or an exception to its remediation, finds nothing any more.",
  source: 'aws-samples, "service-control-policy-examples"; AWS Config Developer Guide, "Managing the configuration recorder"',
  rows: [67, 98, 111],
  parameters: [],
  leaves: [
    "Teams cannot make rules of their own: AWS's ids do not tell them from the baseline's. Roll them out with the baseline.",
    "AWS's own sample also denies DeliverConfigSnapshot, which harms nothing and is left alone.",
    "Rules of Security Hub and of conformance packs for the organization are made by service-linked roles, which no SCP binds.",
  ],
  statements: (settings) => [
    {
      Sid: "RecordingGoesOn",
      Effect: "Deny",
      Action: [
        "config:AssociateResourceTypes", "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel",
        "config:DeleteRetentionConfiguration", "config:DeleteServiceLinkedConfigurationRecorder", "config:DisassociateResourceTypes",
        "config:PutConfigurationRecorder", "config:PutDeliveryChannel", "config:PutRetentionConfiguration",
        "config:StopConfigurationRecorder",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
    {
      Sid: "RulesGoOn",
      Effect: "Deny",
      Action: [
        "config:DeleteAggregationAuthorization", "config:DeleteConfigRule", "config:DeleteConfigurationAggregator",
        "config:DeleteConformancePack", "config:DeleteEvaluationResults", "config:DeleteRemediationConfiguration",
        "config:PutConfigRule", "config:PutConfigurationAggregator", "config:PutConformancePack",
        "config:PutRemediationConfigurations", "config:PutRemediationExceptions",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator cannot stop the recorder", "config:StopConfigurationRecorder"),
    denied("nor make it record less", "config:PutConfigurationRecorder"),
    denied("nor send what it records elsewhere", "config:PutDeliveryChannel"),
    denied("nor can the root user", "config:DeleteConfigurationRecorder", undefined, { principal: WHO.root }),
    denied("rules are not deleted", "config:DeleteConfigRule", RULE),
    denied("nor given a scope in which nothing is", "config:PutConfigRule", RULE),
    works("people read what is recorded", "config:GetResourceConfigHistory"),
    works("rules are run again", "config:StartConfigRulesEvaluation", RULE),
    works("a recorder that was stopped is started", "config:StartConfigurationRecorder"),
    works("a Lambda function of a rule reports", "config:PutEvaluations", undefined, { principal: "arn:aws:iam::111111111111:role/rule-function" }),
    works("the baseline switches it on", "config:PutConfigurationRecorder", undefined, { principal: WHO.stackSets }),
    works("Security Hub makes its rules", "config:PutConfigRule", RULE, { principal: "arn:aws:iam::111111111111:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub" }),
  ],
};
