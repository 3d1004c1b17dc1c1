import type { AwsError } from "./aws-error.ts";
import type { Call } from "./operation.ts";

/** A request about to be decided. */
export interface AuthorizationRequest {
  readonly call: Call;
  /** As IAM writes it: `organizations:CreateAccount`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Decides whether policies let a call pass: the one place where identity policies, boundaries, SCPs and RCPs are
 * enforced. Undefined when they do. So far every principal is an administrator of its own account, and what an
 * account may do to another is decided by the operations themselves.
 */
export function authorize(_request: AuthorizationRequest): AwsError | undefined {
  return undefined;
}
