import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { ACCOUNT_NAME, CREATE_REQUEST, EMAIL, PAGE, required, ROLE_NAME, TAGS } from "./constraints.ts";
import { emailProblem } from "./email.ts";
import { constraintViolation, createAccountStatusNotFound, invalidInput } from "./errors.ts";
import { openBy } from "./handshakes/state.ts";
import { emailOwner, newAccountId, releaseEmail, rememberAccount, reserveEmail } from "./known-accounts.ts";
import { enterOrganization } from "./members.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import type { PendingWork } from "./pending.ts";
import { countPending, jitter, schedule } from "./pending.ts";
import { accountLimit } from "./settings.ts";
import type { AccountRequestRecord, OrganizationRecord, Tag } from "./state.ts";
import { accountRequestsTable, accountsTable, allAccounts, allRequests, nextRow } from "./state.ts";
import { checkTags, putTags } from "./tags.ts";

/** AWS says "a few minutes"; one to three, in milliseconds. */
const CREATION_TIME = { least: 60_000, most: 180_000 };

/** As faults name it. */
const ACTION = "organizations:CreateAccount";

function describe(request: AccountRequestRecord) {
  return {
    Id: request.id,
    AccountName: request.accountName,
    State: request.state,
    RequestedTimestamp: new Date(request.requestedAt),
    CompletedTimestamp: request.completedAt === undefined ? undefined : new Date(request.completedAt),
    AccountId: request.accountId,
    FailureReason: request.failureReason,
  };
}

interface CreateAccountInput {
  readonly Email: string;
  readonly AccountName: string;
  readonly RoleName?: string;
  readonly IamUserAccessToBilling?: "ALLOW" | "DENY";
  readonly Tags?: readonly Tag[];
}

const createAccount = operation<CreateAccountInput, object>({
  name: "CreateAccount",
  callers: "management",
  input: {
    Email: required(EMAIL),
    AccountName: required(ACCOUNT_NAME),
    RoleName: ROLE_NAME,
    IamUserAccessToBilling: { values: ["ALLOW", "DENY"] },
    ...TAGS,
  },
  errors: [
    "ConstraintViolationException.ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED", "ConstraintViolationException.ACCOUNT_NUMBER_LIMIT_EXCEEDED",
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "InvalidInputException.DUPLICATE_TAG_KEY", "InvalidInputException.INVALID_ROLE_NAME",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER",
  ],
  quotas: [`${QUOTAS.concurrentCreateAccount} at once`, `${QUOTAS.accounts} accounts, until more are granted`, `${QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    const { world, organization, now } = call;
    if (input.RoleName?.startsWith("AWSServiceRoleFor")) {
      throw invalidInput("INVALID_ROLE_NAME", "A role name can't begin with the reserved prefix AWSServiceRoleFor.");
    }
    checkTags(input.Tags ?? []);
    refuseOverQuota(call);
    const request: AccountRequestRecord = {
      id: `car-${world.randomId(32)}`,
      organizationId: organization.id,
      email: input.Email,
      accountName: input.AccountName,
      roleName: input.RoleName ?? "OrganizationAccountAccessRole",
      iamUserAccessToBilling: input.IamUserAccessToBilling ?? "ALLOW",
      tags: input.Tags ?? [],
      state: "IN_PROGRESS",
      requestedAt: now,
      fate: call.faults?.meet("failing-creation", ACTION),
      hold: holdOf(call),
    };
    accountRequestsTable(world).put(request.id, request);
    allRequests(world, organization.id).put(request.id, nextRow(world));
    reserveEmail(world, request.email, request.id);
    const slow = call.faults?.meet("slow-creation", ACTION);
    const due = now + (slow === undefined ? jitter(world, CREATION_TIME.least, CREATION_TIME.most) : Number(slow) * 1000);
    schedule(world, { kind: "create-account", organizationId: organization.id, subject: request.id, due });
    return { CreateAccountStatus: describe(request) };
  },
});

function holdOf({ faults }: OrganizationCall): AccountRequestRecord["hold"] {
  const activation = faults?.meet("pending-activation", ACTION);
  if (activation !== undefined) return { state: "PENDING_ACTIVATION", millis: Number(activation) * 1000 };
  const suspension = faults?.meet("suspension", ACTION);
  return suspension === undefined ? undefined : { state: "SUSPENDED", millis: Number(suspension) * 1000 };
}

/**
 * Open invitations count like accounts. Unconfirmed: whether AWS counts creations in flight against the account limit
 * when it takes a request; here it does.
 */
function refuseOverQuota({ world, organization }: OrganizationCall): void {
  const inFlight = countPending(world, organization.id, "create-account");
  if (inFlight >= QUOTAS.concurrentCreateAccount) {
    throw constraintViolation("ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED", "You have exceeded the number of accounts that can be in progress at a time.");
  }
  const taken = allAccounts(world, organization.id).size + inFlight + openBy(world, organization.id, "INVITE").size;
  if (taken >= accountLimit(world, organization.id)) {
    throw constraintViolation("ACCOUNT_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of AWS accounts.");
  }
}

/** Ends a request: an account in the root, or a failure with its reason. */
export function finishAccountCreation(world: World, organization: OrganizationRecord, work: PendingWork): void {
  const request = accountRequestsTable(world).get(work.subject);
  if (request === undefined) return;
  const failureReason = request.fate ?? failureOf(world, request);
  if (failureReason !== undefined) {
    releaseEmail(world, request.email, request.id);
    accountRequestsTable(world).put(request.id, { ...request, state: "FAILED", completedAt: work.due, failureReason });
    return;
  }
  const id = newAccountId(world);
  const standalone = { agreement: false, phone: false, payment: false };
  const accessRole = { roleName: request.roleName, managementAccountId: organization.managementAccountId };
  rememberAccount(world, { id, email: request.email, name: request.accountName, createdAt: work.due, accessRole, standalone });
  enterOrganization(world, {
    id,
    organizationId: organization.id,
    parentId: organization.rootId,
    state: request.hold?.state ?? "ACTIVE",
    joinedMethod: "CREATED",
    joinedAt: work.due,
    roleName: request.roleName,
    iamUserAccessToBilling: request.iamUserAccessToBilling,
  });
  putTags(world, { id, arn: arnOf(organization, "account", id) }, request.tags);
  accountRequestsTable(world).put(request.id, { ...request, state: "SUCCEEDED", completedAt: work.due, accountId: id });
  if (request.hold !== undefined) schedule(world, { kind: "release-account", organizationId: organization.id, subject: id, due: work.due + request.hold.millis });
}

/** What kept an account from being used is over. */
export function finishHold(world: World, _organization: OrganizationRecord, { subject }: PendingWork): void {
  const account = accountsTable(world).get(subject);
  if (account?.state === "PENDING_ACTIVATION" || account?.state === "SUSPENDED") accountsTable(world).put(subject, { ...account, state: "ACTIVE" });
}

/**
 * Why a request fails; the limit may have been lowered since it was made.
 * Unconfirmed: that AWS takes as long to fail as to succeed.
 */
function failureOf(world: World, request: AccountRequestRecord): string | undefined {
  if (emailProblem(request.email) !== undefined) return "INVALID_EMAIL";
  const owner = emailOwner(world, request.email);
  if (owner !== request.id) {
    const twin = owner === undefined ? undefined : accountRequestsTable(world).get(owner);
    return twin?.accountName === request.accountName ? "CONCURRENT_ACCOUNT_MODIFICATION" : "EMAIL_ALREADY_EXISTS";
  }
  return allAccounts(world, request.organizationId).size >= accountLimit(world, request.organizationId) ? "ACCOUNT_LIMIT_EXCEEDED" : undefined;
}

const describeCreateAccountStatus = operation<{ CreateAccountRequestId: string }, object>({
  name: "DescribeCreateAccountStatus",
  callers: "delegated",
  input: { CreateAccountRequestId: required(CREATE_REQUEST) },
  errors: ["CreateAccountStatusNotFoundException"],
  run({ world, organization }, input) {
    const request = accountRequestsTable(world).get(input.CreateAccountRequestId);
    if (request?.organizationId !== organization.id) throw createAccountStatusNotFound();
    return { CreateAccountStatus: describe(request) };
  },
});

const listCreateAccountStatus = operation<{ States?: readonly string[] } & PageInput, object>({
  name: "ListCreateAccountStatus",
  callers: "delegated",
  input: { "States[]": { values: ["IN_PROGRESS", "SUCCEEDED", "FAILED"] }, ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const wanted = input.States ?? [];
    const rows = allRequests(call.world, call.organization.id);
    const { items, NextToken } = page(call, ["ListCreateAccountStatus", ...wanted], rows, input, (id) => {
      const request = accountRequestsTable(call.world).get(id);
      const chosen = request !== undefined && (wanted.length === 0 || wanted.includes(request.state));
      return chosen ? describe(request) : undefined;
    });
    return { CreateAccountStatuses: items, NextToken };
  },
});

export const accountCreationOperations = [createAccount, describeCreateAccountStatus, listCreateAccountStatus];
