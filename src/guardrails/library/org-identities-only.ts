import type { ConditionBlock } from "../../policy/index.ts";
import type { GuardrailSettings, StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, OUTSIDER, SIBLING, WHO, works } from "../proof.ts";
import { actionsOf, DATA_SERVICES, OWNER_KNOWN, OWNERS_ORGANIZATION } from "../rcp.ts";
import { ELB_ACCOUNTS } from "./elb-accounts.ts";

const OBJECT = "arn:aws:s3:::shop/orders";
const KEY = `arn:aws:kms:eu-central-1:${MEMBER}:key/1`;
const ROLE = `arn:aws:iam::${MEMBER}:role/app`;
const ours = { "aws:ResourceOrgID": "o-exampleorgid" };
const of = (organization: string, principal: string) => ({ principal, context: { ...ours, "aws:PrincipalOrgID": organization } });
const foreign = of("o-otherorgid", WHO.outsider);
const LOAD_BALANCERS = "054676820928";

export const orgIdentitiesOnly: StatementGuardrail = {
  name: "org-identities-only",
  title: "Data, keys, secrets and roles answer to callers of this organization only",
  form: "rcp",
  reason: "A bucket policy, a key grant or a role that trusts more than it should is made in a second and found in a year. Whatever it says, callers of other organizations and of none are turned away.",
  source: 'aws-samples, "data-perimeter-policy-examples"; Organizations User Guide, "Resource control policies"',
  rows: [2, 41, 51, 75, 130],
  parameters: [
    { name: "services", kind: "strings", form: "service", default: DATA_SERVICES, description: "Prefixes of the services, out of those that RCPs reach." },
    { name: "partners", kind: "strings", form: "account", default: [], example: ["444444444444"], description: "Ids of accounts of other organizations that are let in where a policy grants them something." },
  ],
  leaves: [
    "Not for accounts that serve public buckets to everybody; CloudFront with origin access control is a service and goes on, with the older origin access identity it is a stranger.",
    "What AWS delivers with old accounts of its own and not as a service, load balancers aside, such as audit logs of Redshift clusters that were set up so: name the account as a partner.",
    "AWS services as themselves: `confused-deputy`. Sign-in by SAML and OpenID Connect, which carries no organization: `trusted-oidc`.",
    "Resources of the management account, and keys that AWS manages.",
    "Callers of the organization who carry data out: that takes an SCP and endpoint policies.",
  ],
  statements: (settings) => [
    {
      Sid: "CallersOfTheOrganization",
      Effect: "Deny",
      Principal: "*",
      Action: [...actionsOf(textsOf(settings, "services")), "sts:AssumeRole", "sts:SetContext"],
      Resource: "*",
      Condition: foreignCaller(settings),
    },
  ],
  proof: [
    denied("an account of another organization reads nothing", "s3:GetObject", OBJECT, foreign),
    denied("nor does one of none", "s3:GetObject", OBJECT, { principal: WHO.outsider, context: ours }),
    denied("nor somebody who does not sign in", "s3:GetObject", OBJECT, { principal: "anonymous", context: ours }),
    denied("nor does it take packages, which a policy of a domain may give to anybody", "codeartifact:ReadFromRepository", `arn:aws:codeartifact:eu-central-1:${MEMBER}:repository/ours/npm`, foreign),
    denied("nor does it use a key", "kms:Decrypt", KEY, foreign),
    denied("nor take on a role that trusts it", "sts:AssumeRole", ROLE, foreign),
    denied("nor does a foreign role that is named as one of ours", "sts:AssumeRole", ROLE, of("o-otherorgid", `arn:aws:iam::${OUTSIDER}:role/landfall-apply`)),
    denied("nor a foreign session that comes with a service", "s3:GetObject", OBJECT, { ...foreign, context: { ...foreign.context, "aws:ViaAWSService": "true" } }),
    denied("a partner that is not named is foreign", "s3:GetObject", OBJECT, { ...foreign, parameters: { partners: ["444444444444"] } }),
    works("people and roles of the organization read", "s3:GetObject", OBJECT, of("o-exampleorgid", WHO.sibling)),
    works("the owner does", "kms:Decrypt", KEY, of("o-exampleorgid", WHO.administrator)),
    works("roles are assumed from other accounts of the organization", "sts:AssumeRole", ROLE, of("o-exampleorgid", `arn:aws:iam::${SIBLING}:role/pipeline-deploy`)),
    works("landfall enters", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/landfall-member`, of("o-exampleorgid", "arn:aws:iam::999999999999:role/landfall-apply")),
    works("services write logs", "s3:PutObject", OBJECT, { principal: "cloudtrail.amazonaws.com", context: ours }),
    works("EC2 takes on a machine's role", "sts:AssumeRole", ROLE, { principal: "ec2.amazonaws.com", context: ours }),
    works("service-linked roles go on", "kms:Decrypt", KEY, { principal: WHO.serviceLinked, context: ours }),
    works("load balancers of old Regions deliver their logs", "s3:PutObject", OBJECT, { principal: `arn:aws:iam::${LOAD_BALANCERS}:root`, context: { ...ours, "aws:PrincipalAccount": LOAD_BALANCERS } }),
    works("a partner that is named reads what it is granted", "s3:GetObject", OBJECT, { ...foreign, parameters: { partners: [OUTSIDER] } }),
    works("people sign in by SAML", "sts:AssumeRoleWithSAML", ROLE, { principal: `arn:aws:iam::${MEMBER}:saml-provider/AWSSSO_1`, context: ours }),
    works("where AWS does not know the owner, nobody is locked out", "s3:GetObject", OBJECT, { principal: WHO.administrator }),
  ],
};

function foreignCaller(settings: GuardrailSettings): ConditionBlock {
  const loadBalancers = settings.regions.flatMap((region) => ELB_ACCOUNTS[region] ?? []);
  const accounts = [...loadBalancers, ...textsOf(settings, "partners")];
  return {
    StringNotEqualsIfExists: { "aws:PrincipalOrgID": OWNERS_ORGANIZATION, ...(accounts.length === 0 ? {} : { "aws:PrincipalAccount": accounts }) },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    Null: OWNER_KNOWN,
  };
}
