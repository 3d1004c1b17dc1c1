import type { Request } from "../request/request.ts";
import { accountOf } from "./caller.ts";

const ACCOUNT_ID = /^[0-9]{12}$/;

/**
 * The account that owns the resource of a request: the one it says, else the one in the ARN, else the principal's own;
 * undefined when the principal has none either (open question unowned-resource-account).
 */
export function resourceAccountOf(request: Request): string | undefined {
  if (request.resourceAccount !== undefined) return request.resourceAccount;
  const [prefix, , , , inArn] = request.resource?.split(":") ?? [];
  return prefix === "arn" && inArn !== undefined && ACCOUNT_ID.test(inArn) ? inArn : accountOf(request.principal);
}
