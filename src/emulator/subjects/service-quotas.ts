import { AwsError } from "../aws-error.ts";
import { partitionNamed } from "../partitions.ts";
import { missingLinkedRole } from "./linked-role.ts";
import { type Further, type SubjectFacts, type SubjectTable, textIn } from "./subject.ts";

const QUOTA: SubjectFacts = { about: { ServiceCode: ["quota"] }, keys: ["servicequotas:service"] };

/** The first request makes the service's role. Source: Service Quotas User Guide, "Using service-linked roles". Unconfirmed: how it is refused. */
const LINKED_ROLE: Further = {
  action: "iam:CreateServiceLinkedRole",
  subject: (call) => missingLinkedRole(call, "servicequotas.amazonaws.com"),
  refusal: () => new AwsError("DependencyAccessDeniedException", "Service-linked role creation access denied."),
};

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for Service Quotas". */
const OPERATIONS: Readonly<Record<string, SubjectFacts>> = {
  GetAWSDefaultServiceQuota: {},
  GetRequestedServiceQuotaChange: {},
  GetServiceQuota: QUOTA,
  ListAWSDefaultServiceQuotas: {},
  ListRequestedServiceQuotaChangeHistory: {},
  ListRequestedServiceQuotaChangeHistoryByQuota: QUOTA,
  ListServiceQuotas: {},
  ListServices: {},
  RequestServiceQuotaIncrease: { ...QUOTA, further: [LINKED_ROLE] },
};

export const serviceQuotasSubjects: SubjectTable = {
  prefix: "servicequotas",
  operations: OPERATIONS,
  read({ principal, region }, name, input) {
    if (OPERATIONS[name]?.about === undefined) return { resources: [], keys: {} };
    const [service, quota] = [textIn(input, "ServiceCode"), textIn(input, "QuotaCode")];
    const arn = `arn:${partitionNamed(region)}:servicequotas:${region}:${principal.accountId}:${service ?? ""}/${quota ?? ""}`;
    return { resources: [{ arn }], keys: { "servicequotas:service": service } };
  },
};
