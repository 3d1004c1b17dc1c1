import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const RULE = "arn:aws:config:eu-central-1:111111111111:config-rule/config-rule-abc123";

export const protectConfig: StatementGuardrail = {
  name: "protect-config",
  title: "Nobody inside an account stops AWS Config from recording its resources",
  form: "scp",
  reason: "Without a recorder nobody sees what changed, and no rule finds anything.",
  source: 'aws-samples, "service-control-policy-examples"; AWS Config Developer Guide, "Managing the configuration recorder"',
  rows: [67, 98, 111],
  parameters: [],
  leaves: [
    "Rules can be changed and deleted: `protect-config-rules` keeps those.",
    "AWS's own sample also denies DeliverConfigSnapshot, which harms nothing and is left alone.",
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
  ],
  proof: [
    denied("an administrator cannot stop the recorder", "config:StopConfigurationRecorder"),
    denied("nor make it record less", "config:PutConfigurationRecorder"),
    denied("nor send what it records elsewhere", "config:PutDeliveryChannel"),
    denied("nor can the root user", "config:DeleteConfigurationRecorder", undefined, { principal: WHO.root }),
    works("people read what is recorded", "config:GetResourceConfigHistory"),
    works("teams make rules of their own", "config:PutConfigRule", RULE),
    works("rules are run again", "config:StartConfigRulesEvaluation", RULE),
    works("a recorder that was stopped is started", "config:StartConfigurationRecorder"),
    works("a Lambda function of a rule reports", "config:PutEvaluations", undefined, { principal: "arn:aws:iam::111111111111:role/rule-function" }),
    works("the baseline switches it on", "config:PutConfigurationRecorder", undefined, { principal: WHO.stackSets }),
  ],
};
