import type { Call, Operation } from "../../operation.ts";
import { createLinkedRole } from "../iam/service-linked-roles.ts";
import { findQuota, managedOrganization, QUOTAS, quotaArn, quotasOf } from "./catalog.ts";
import { accessDenied, illegalArgument, noSuchResource, resourceAlreadyExists } from "./errors.ts";
import { PAGE, page, type PageInput } from "./page.ts";
import { LEVEL, QUOTA_CODE, SERVICE_CODE } from "./quotas.ts";
import { addRequest, CASE_TIME, changedAt, DECISION_TIME, quotaRequestsTable, statusOf } from "./requests.ts";
import type { QuotaRequest } from "./requests.ts";

const DAY = 86_400_000;

/** Source: API Reference, ListRequestedServiceQuotaChangeHistory: "any open or closed requests within 90 days". */
const HISTORY = 90 * DAY;

function describe(call: Call, request: QuotaRequest) {
  const quota = QUOTAS.find(({ serviceCode, quotaCode }) => serviceCode === request.serviceCode && quotaCode === request.quotaCode);
  const hasCase = request.caseAt !== undefined && call.now >= request.caseAt;
  return {
    Id: request.id,
    CaseId: hasCase ? request.id.replaceAll(/\D/g, "").padEnd(14, "0").slice(0, 14) : undefined,
    ServiceCode: request.serviceCode,
    ServiceName: quota?.serviceName,
    QuotaCode: request.quotaCode,
    QuotaName: quota?.quotaName,
    DesiredValue: request.desired,
    Status: statusOf(request, call.now),
    Created: request.createdAt,
    LastUpdated: changedAt(request, call.now),
    Requester: JSON.stringify({ accountId: request.accountId, callerArn: request.requesterArn }),
    QuotaArn: quota && quotaArn(call, quota),
    GlobalQuota: true,
    Unit: "None",
    QuotaRequestedAtLevel: "ACCOUNT",
  };
}

interface IncreaseInput {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly DesiredValue: number;
  readonly ContextId?: string;
  readonly SupportCaseAllowed?: boolean;
}

/**
 * Approved by the clock, up to what AWS grants at most. Only the management account may ask.
 * Unconfirmed: the error for others, and that a value beyond the most is denied and not refused.
 */
const requestServiceQuotaIncrease: Operation<IncreaseInput, object> = {
  name: "RequestServiceQuotaIncrease",
  input: { ServiceCode: { required: true, ...SERVICE_CODE }, QuotaCode: { required: true, ...QUOTA_CODE }, DesiredValue: { required: true, min: 0, max: 10_000_000_000 } },
  errors: ["AccessDeniedException", "DependencyAccessDeniedException", "IllegalArgumentException", "NoSuchResourceException", "NotImplemented", "ResourceAlreadyExistsException"],
  run(call, input) {
    const { world, principal, now } = call;
    const quota = findQuota(call, input.ServiceCode, input.QuotaCode);
    const organization = managedOrganization(call);
    if (organization === undefined) throw accessDenied("Only the management account of an organization can request this quota increase.");
    if (input.ContextId !== undefined) throw illegalArgument("The quota does not apply to single resources.");
    if (!Number.isInteger(input.DesiredValue)) throw illegalArgument("You must provide a whole number for this quota.");
    if (input.DesiredValue <= quota.applied(call)) throw illegalArgument("You must provide a quota value greater than the current quota value.");
    if (ownRequests(call).some((request) => now < request.decidedAt)) throw resourceAlreadyExists("Only one open service quota increase request is allowed per quota.");
    const withCase = input.SupportCaseAllowed ?? true;
    const granted = input.DesiredValue <= quota.most ? "APPROVED" : "DENIED";
    const request: QuotaRequest = {
      id: world.randomId(40),
      accountId: principal.accountId,
      organizationId: organization.id,
      serviceCode: quota.serviceCode,
      quotaCode: quota.quotaCode,
      desired: input.DesiredValue,
      requesterArn: principal.arn,
      createdAt: now,
      outcome: withCase ? granted : "NOT_APPROVED",
      ...(withCase && { caseAt: now + CASE_TIME }),
      decidedAt: now + (withCase ? DECISION_TIME : CASE_TIME),
    };
    addRequest(world, request);
    createLinkedRole(world, principal.accountId, "servicequotas.amazonaws.com", now);
    return { RequestedQuota: describe(call, request) };
  },
};

/** Of the calling account, newest first; there is one quota that can be asked for. */
const ownRequests = ({ world, principal, now }: Call): readonly QuotaRequest[] =>
  Array.from(quotaRequestsTable(world).values())
    .filter(({ accountId, createdAt }) => accountId === principal.accountId && createdAt > now - HISTORY)
    .reverse();

const getRequestedServiceQuotaChange: Operation<{ RequestId: string }, object> = {
  name: "GetRequestedServiceQuotaChange",
  input: { RequestId: { required: true, min: 1, max: 128, pattern: /^[0-9a-zA-Z][a-zA-Z0-9-]+$/ } },
  errors: ["NoSuchResourceException"],
  run(call, { RequestId }) {
    const request = quotaRequestsTable(call.world).get(RequestId);
    if (request?.accountId !== call.principal.accountId) throw noSuchResource("The request failed because the specified quota increase request does not exist.");
    return { RequestedQuota: describe(call, request) };
  },
};

interface HistoryInput extends PageInput {
  readonly ServiceCode?: string;
  readonly QuotaCode?: string;
  readonly Status?: string;
  readonly QuotaRequestedAtLevel?: string;
}

const STATUS = { values: ["PENDING", "CASE_OPENED", "APPROVED", "DENIED", "CASE_CLOSED", "NOT_APPROVED", "INVALID_REQUEST"] };
const HISTORY_INPUT = { Status: STATUS, QuotaRequestedAtLevel: LEVEL, ...PAGE };

function history(call: Call, name: string, input: HistoryInput): object {
  if (input.ServiceCode !== undefined) quotasOf(call, input.ServiceCode);
  const requests = input.QuotaRequestedAtLevel === "RESOURCE" ? [] : ownRequests(call);
  const wanted = requests.filter((request) => (input.QuotaCode ?? request.quotaCode) === request.quotaCode && (input.Status ?? statusOf(request, call.now)) === statusOf(request, call.now));
  const { items, NextToken } = page(name, wanted.map((request) => describe(call, request)), input);
  return { RequestedQuotas: items, NextToken };
}

const listHistory: Operation<HistoryInput, object> = {
  name: "ListRequestedServiceQuotaChangeHistory",
  input: { ServiceCode: SERVICE_CODE, ...HISTORY_INPUT },
  errors: ["InvalidPaginationTokenException", "NotImplemented"],
  run: (call, input) => history(call, "ListRequestedServiceQuotaChangeHistory", input),
};

const listHistoryByQuota: Operation<HistoryInput & { ServiceCode: string; QuotaCode: string }, object> = {
  name: "ListRequestedServiceQuotaChangeHistoryByQuota",
  input: { ServiceCode: { required: true, ...SERVICE_CODE }, QuotaCode: { required: true, ...QUOTA_CODE }, ...HISTORY_INPUT },
  errors: ["InvalidPaginationTokenException", "NoSuchResourceException", "NotImplemented"],
  run(call, input) {
    findQuota(call, input.ServiceCode, input.QuotaCode);
    return history(call, "ListRequestedServiceQuotaChangeHistoryByQuota", input);
  },
};

export const requestOperations = [requestServiceQuotaIncrease, getRequestedServiceQuotaChange, listHistory, listHistoryByQuota];
