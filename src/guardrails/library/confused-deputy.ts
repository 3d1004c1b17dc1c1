import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, OUTSIDER, SIBLING, WHO, works } from "../proof.ts";
import { actionsOf, DATA_SERVICES, OWNER_KNOWN, OWNERS_ORGANIZATION } from "../rcp.ts";

const OBJECT = "arn:aws:s3:::shop/orders";
const ROLE = `arn:aws:iam::${MEMBER}:role/app`;
const ours = { "aws:ResourceOrgID": "o-exampleorgid" };
const errand = (account: string, organization?: string) => ({
  principal: "cloudtrail.amazonaws.com",
  context: { ...ours, "aws:SourceAccount": account, ...(organization === undefined ? {} : { "aws:SourceOrgID": organization }) },
});

export const confusedDeputy: StatementGuardrail = {
  name: "confused-deputy",
  title: "AWS services reach data, keys, secrets and roles only for accounts of this organization",
  form: "rcp",
  reason: "A bucket that lets a service write lets it write for everybody who uses that service. A stranger points the service of his account at it, and the service does as it is told.",
  source: 'IAM User Guide, "The confused deputy problem"; aws-samples, "data-perimeter-policy-examples"',
  rows: [2, 51, 98],
  parameters: [
    { name: "services", kind: "strings", form: "service", default: DATA_SERVICES, description: "Prefixes of the services that hold data, out of those that RCPs reach." },
    { name: "partners", kind: "strings", form: "account", default: [], example: ["444444444444"], description: "Ids of accounts of other organizations for which services may come." },
  ],
  leaves: [
    "Services that do not say for whom they come: those calls carry no aws:SourceAccount and are let through.",
    "Callers who are no service: `org-identities-only`.",
  ],
  statements: (settings) => {
    const partners = textsOf(settings, "partners");
    return [
      {
        Sid: "ServicesForThisOrganization",
        Effect: "Deny",
        Principal: "*",
        Action: [...actionsOf(textsOf(settings, "services")), "sts:AssumeRole"],
        Resource: "*",
        Condition: {
          StringNotEqualsIfExists: { "aws:SourceOrgID": OWNERS_ORGANIZATION, ...(partners.length === 0 ? {} : { "aws:SourceAccount": partners }) },
          Bool: { "aws:PrincipalIsAWSService": "true" },
          Null: { ...OWNER_KNOWN, "aws:SourceAccount": "false" },
        },
      },
    ];
  },
  proof: [
    denied("a service writes nothing for another organization", "s3:PutObject", OBJECT, errand(OUTSIDER, "o-otherorgid")),
    denied("nor for an account of none", "s3:PutObject", OBJECT, errand(OUTSIDER)),
    denied("nor does it take on a role for one", "sts:AssumeRole", ROLE, errand(OUTSIDER, "o-otherorgid")),
    denied("a partner that is not named is foreign", "s3:PutObject", OBJECT, { ...errand(OUTSIDER, "o-otherorgid"), parameters: { partners: ["444444444444"] } }),
    works("services write for accounts of the organization", "s3:PutObject", OBJECT, errand(SIBLING, "o-exampleorgid")),
    works("and take on roles for them", "sts:AssumeRole", ROLE, errand(MEMBER, "o-exampleorgid")),
    works("services that do not say for whom go on", "s3:PutObject", OBJECT, { principal: "logging.s3.amazonaws.com", context: ours }),
    works("a partner that is named sends a service", "s3:PutObject", OBJECT, { ...errand(OUTSIDER, "o-otherorgid"), parameters: { partners: [OUTSIDER] } }),
    works("callers who are no service are not asked", "s3:GetObject", OBJECT, { principal: WHO.outsider, context: { ...ours, "aws:SourceAccount": OUTSIDER } }),
    works("where AWS does not know the owner, nothing is denied", "s3:PutObject", OBJECT, { principal: "cloudtrail.amazonaws.com", context: { "aws:SourceAccount": SIBLING, "aws:SourceOrgID": "o-exampleorgid" } }),
  ],
};
