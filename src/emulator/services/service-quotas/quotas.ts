import type { Operation } from "../../operation.ts";
import { describeQuota, findQuota, QUOTAS, quotasOf } from "./catalog.ts";
import { illegalArgument } from "./errors.ts";
import { PAGE, page, type PageInput } from "./page.ts";

const CODE = /^[a-zA-Z][a-zA-Z0-9-]+$/;

export const SERVICE_CODE = { min: 1, max: 63, pattern: CODE };
export const QUOTA_CODE = { min: 1, max: 128, pattern: CODE };
export const LEVEL = { values: ["ACCOUNT", "RESOURCE", "ALL"] };

interface QuotaInput {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
}

const QUOTA = { ServiceCode: { required: true, ...SERVICE_CODE }, QuotaCode: { required: true, ...QUOTA_CODE } };

/** Only services whose quotas are known here; AWS lists hundreds. */
const listServices: Operation<PageInput, object> = {
  name: "ListServices",
  input: PAGE,
  errors: ["InvalidPaginationTokenException"],
  run(_call, input) {
    const names = new Map(QUOTAS.map(({ serviceCode, serviceName }) => [serviceCode, serviceName]));
    const { items, NextToken } = page("ListServices", Array.from(names, ([ServiceCode, ServiceName]) => ({ ServiceCode, ServiceName })), input);
    return { Services: items, NextToken };
  },
};

const listServiceQuotas: Operation<{ ServiceCode: string; QuotaCode?: string; QuotaAppliedAtLevel?: string } & PageInput, object> = {
  name: "ListServiceQuotas",
  input: { ServiceCode: QUOTA.ServiceCode, QuotaCode: QUOTA_CODE, QuotaAppliedAtLevel: LEVEL, ...PAGE },
  errors: ["InvalidPaginationTokenException", "NotImplemented"],
  run(call, input) {
    const quotas = quotasOf(call, input.ServiceCode).filter(({ quotaCode }) => input.QuotaCode === undefined || input.QuotaCode === quotaCode);
    const applied = input.QuotaAppliedAtLevel === "RESOURCE" ? [] : quotas.map((quota) => describeQuota(call, quota, quota.applied(call)));
    const { items, NextToken } = page(`ListServiceQuotas ${input.ServiceCode}`, applied, input);
    return { Quotas: items, NextToken };
  },
};

const listAwsDefaultServiceQuotas: Operation<{ ServiceCode: string } & PageInput, object> = {
  name: "ListAWSDefaultServiceQuotas",
  input: { ServiceCode: QUOTA.ServiceCode, ...PAGE },
  errors: ["InvalidPaginationTokenException", "NotImplemented"],
  run(call, input) {
    const defaults = quotasOf(call, input.ServiceCode).map((quota) => describeQuota(call, quota, quota.defaultValue));
    const { items, NextToken } = page(`ListAWSDefaultServiceQuotas ${input.ServiceCode}`, defaults, input);
    return { Quotas: items, NextToken };
  },
};

const getServiceQuota: Operation<QuotaInput & { readonly ContextId?: string }, object> = {
  name: "GetServiceQuota",
  input: QUOTA,
  errors: ["IllegalArgumentException", "NoSuchResourceException", "NotImplemented"],
  run(call, input) {
    if (input.ContextId !== undefined) throw illegalArgument("The quota does not apply to single resources.");
    const quota = findQuota(call, input.ServiceCode, input.QuotaCode);
    return { Quota: describeQuota(call, quota, quota.applied(call)) };
  },
};

const getAwsDefaultServiceQuota: Operation<QuotaInput, object> = {
  name: "GetAWSDefaultServiceQuota",
  input: QUOTA,
  errors: ["NoSuchResourceException", "NotImplemented"],
  run(call, input) {
    const quota = findQuota(call, input.ServiceCode, input.QuotaCode);
    return { Quota: describeQuota(call, quota, quota.defaultValue) };
  },
};

export const quotaOperations = [listServices, listServiceQuotas, listAwsDefaultServiceQuotas, getServiceQuota, getAwsDefaultServiceQuota];
