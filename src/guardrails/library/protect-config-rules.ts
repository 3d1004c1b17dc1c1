import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const RULE = "arn:aws:config:eu-central-1:111111111111:config-rule/config-rule-abc123";

/**
 * A rule's ARN holds an id and not its name, so the rules of the baseline cannot be told from those of a team.
 * Source: Service Authorization Reference, "Resource types defined by AWS Config".
 */
export const protectConfigRules: StatementGuardrail = {
  name: "protect-config-rules",
  title: "Nobody inside an account changes the rules by which AWS Config judges it",
  form: "scp",
  reason: "A rule with another scope, or an exception to its remediation, finds nothing any more, and nothing shows it.",
  source: 'aws-samples, "service-control-policy-examples"; AWS Config Developer Guide, "Managing your AWS Config rules"',
  rows: [40, 67, 111, 136],
  parameters: [],
  leaves: [
    "Teams cannot make rules of their own: AWS's ids do not tell them from the baseline's. Roll them out with the baseline.",
    "Not for the account in which the security team aggregates and writes rules.",
    "Rules of Security Hub and of conformance packs for the organization are made by service-linked roles, which no SCP binds.",
  ],
  statements: (settings) => [
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
    denied("rules are not deleted", "config:DeleteConfigRule", RULE),
    denied("nor given a scope in which nothing is", "config:PutConfigRule", RULE),
    denied("nor is what they found", "config:DeleteEvaluationResults", RULE),
    denied("no exception is made to what is put right by itself", "config:PutRemediationExceptions"),
    denied("nor by the root user", "config:DeleteConfigRule", RULE, { principal: WHO.root }),
    works("rules are run again", "config:StartConfigRulesEvaluation", RULE),
    works("what they found is read", "config:DescribeConfigRules", RULE),
    works("a Lambda function of a rule reports", "config:PutEvaluations", undefined, { principal: "arn:aws:iam::111111111111:role/rule-function" }),
    works("the baseline rolls rules out", "config:PutConfigRule", RULE, { principal: WHO.stackSets }),
    works("Security Hub makes its rules", "config:PutConfigRule", RULE, { principal: "arn:aws:iam::111111111111:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub" }),
  ],
};
