/** One kind of trouble that can be asked for. */
export interface FaultKind {
  readonly name: string;
  /** What happens to a call that meets it. */
  readonly title: string;
  /** Calls that can meet it, as IAM writes actions; `*` stands for any run of characters. */
  readonly operations: readonly string[];
  /** What follows the name after a colon. */
  readonly parameter?: { readonly form: RegExp; readonly says: string; readonly default?: string };
  /** The error of Organizations that it answers with. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** Why `CreateAccount` can fail after it was taken. Source: Organizations API model, CreateAccountFailureReason. */
export const CREATION_FAILURES = [
  "ACCOUNT_LIMIT_EXCEEDED", "EMAIL_ALREADY_EXISTS", "INVALID_ADDRESS", "INVALID_EMAIL", "CONCURRENT_ACCOUNT_MODIFICATION", "INTERNAL_FAILURE",
  "GOVCLOUD_ACCOUNT_ALREADY_EXISTS", "MISSING_BUSINESS_VALIDATION", "FAILED_BUSINESS_VALIDATION", "PENDING_BUSINESS_VALIDATION",
  "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION", "UNKNOWN_BUSINESS_VALIDATION", "MISSING_PAYMENT_INSTRUMENT", "INVALID_PAYMENT_INSTRUMENT",
  "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
] as const;

const named = (...names: readonly string[]): readonly string[] => names.map((name) => `organizations:${name}`);
const SECONDS = /^[1-9]\d{0,6}$/;

/** Every fault of the emulator. Which calls an error concerns is told by the Organizations API model. */
export const FAULTS = [
  { name: "throttle", title: "The call is refused as one too many, before it has any effect.", operations: ["*"] },
  {
    name: "server-error",
    title: "The call fails inside AWS before it has any effect.",
    operations: ["*"],
    parameter: { form: /^(500|503)$/, says: "500 or 503", default: "500" },
  },
  {
    name: "lost-response",
    title: "The call takes effect, but its answer is lost: an error comes instead, or the connection breaks.",
    operations: ["*"],
    parameter: { form: /^(500|503|cut)$/, says: "500, 503 or cut", default: "500" },
  },
  {
    name: "stale-lists",
    title: "Lists show what calls had left some time ago, in seconds.",
    operations: ["*:List*", "tag:GetResources"],
    parameter: { form: SECONDS, says: "a number of seconds", default: "30" },
  },
  {
    name: "slow-creation",
    title: "A new account takes this long, in seconds.",
    operations: named("CreateAccount"),
    parameter: { form: SECONDS, says: "a number of seconds", default: "3600" },
  },
  {
    name: "failing-creation",
    title: "A request for an account is taken, and fails for this reason.",
    operations: named("CreateAccount"),
    parameter: { form: new RegExp(`^(${CREATION_FAILURES.join("|")})$`), says: "a reason of CreateAccountStatus, such as INTERNAL_FAILURE" },
  },
  {
    name: "pending-activation",
    title: "A new account is there, but its sign-up is incomplete: it is PENDING_ACTIVATION for so long, in seconds, and nobody can use it.",
    operations: named("CreateAccount"),
    parameter: { form: SECONDS, says: "a number of seconds", default: "86400" },
  },
  {
    name: "suspension",
    title: "AWS restricts a new account as soon as it is there: it is SUSPENDED for so long, in seconds, and nobody can use it.",
    operations: named("CreateAccount"),
    parameter: { form: SECONDS, says: "a number of seconds", default: "86400" },
  },
  {
    name: "slow-closing",
    title: "An account that is being closed stays PENDING_CLOSURE for so long, in seconds.",
    operations: named("CloseAccount"),
    parameter: { form: SECONDS, says: "a number of seconds", default: "3600" },
  },
  {
    name: "finalizing-organization",
    title: "The organization is not ready yet for new accounts.",
    operations: named("CreateAccount", "InviteAccountToOrganization"),
    error: { code: "FinalizingOrganizationException", message: "AWS Organizations couldn't perform the operation because your organization hasn't finished initializing." },
  },
  {
    name: "policy-changes-in-progress",
    title: "Earlier changes of policies are not through yet.",
    operations: named("AttachPolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType", "UpdatePolicy"),
    error: { code: "PolicyChangesInProgressException", message: "Changes to the effective policy are in progress. Try the operation again later." },
  },
  {
    name: "concurrent-modification",
    title: "Another request is changing the same thing.",
    operations: named("Accept*", "Attach*", "Cancel*", "Close*", "Create*", "Decline*", "Delete*", "Deregister*", "Detach*", "Disable*", "Enable*", "Invite*", "Leave*", "Move*", "Put*", "Register*", "Remove*", "Tag*", "Terminate*", "Untag*", "UpdateO*", "UpdateP*"),
    error: { code: "ConcurrentModificationException", message: "The target of the operation is currently being modified by a different request. Try again later." },
  },
  {
    name: "refusal",
    title: "The call is refused with this error and, after a dot, this reason. Meant with operations named.",
    operations: ["*"],
    parameter: { form: /^[A-Z][A-Za-z]+(\.[A-Z][A-Z_]+)?$/, says: "the name of an error, such as ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED" },
  },
] as const satisfies readonly FaultKind[];

export type FaultName = (typeof FAULTS)[number]["name"];

const byName: ReadonlyMap<string, FaultKind> = new Map(FAULTS.map((kind) => [kind.name, kind]));

/** The kind with this name; undefined for none. */
export const faultKind = (name: string): FaultKind | undefined => byName.get(name);
