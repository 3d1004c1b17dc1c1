import { partitionNamed } from "../partitions.ts";
import { type SubjectFacts, type SubjectTable, textIn } from "./subject.ts";

const QUOTA: SubjectFacts = { about: { ServiceCode: ["quota"] }, keys: ["servicequotas:service"] };

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
  RequestServiceQuotaIncrease: QUOTA,
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
