import { nearest, type ValuePath } from "../../diagnostics/index.ts";
import type { PolicyKindRules } from "../kinds/rules.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject } from "../shape.ts";
import { type Located, quote, show, textsOf } from "./texts.ts";

const TYPES = ["AWS", "Service", "Federated", "CanonicalUser"];
const FIX = 'Write "*", or principals by type, as in { "AWS": "111122223333" } or { "Service": "lambda.amazonaws.com" }.';

/**
 * The principals of a resource-based, trust or endpoint policy.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function* anyPrincipal(principal: unknown, path: ValuePath, { title }: PolicyKindRules): Iterable<PolicyProblem> {
  if (!isObject(principal)) {
    yield { code: "LF3024", severity: "error", message: `${show(principal)} is no principal of a ${title}.`, path, fix: FIX };
    return;
  }
  for (const type of Object.keys(principal)) {
    if (TYPES.includes(type)) continue;
    const suggestion = nearest(type, TYPES);
    yield { code: "LF3024", severity: "error", message: `AWS has no principals of the type ${quote(type)}.`, path: [...path, type], about: "key", fix: FIX, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  for (const named of textsOf(principal, "AWS", path)) yield* awsPrincipal(named);
  for (const named of textsOf(principal, "Service", path)) yield* servicePrincipal(named);
}

/** An account, the ARN of something in one that can call, or everyone. */
const CALLER = /^(?:\*|\d{12}|arn:[^:*?]+:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user)\/[^*?]+))$/;
/** A user of CloudFront. Source: CloudFront Developer Guide, "Use an origin access identity (legacy, not recommended)". */
const ORIGIN_ACCESS_IDENTITY = /^arn:[^:*?]+:iam::cloudfront:user\/CloudFront Origin Access Identity [A-Z0-9]+$/;
/** What AWS shows once the user or role is gone. */
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,}$/;

function* awsPrincipal({ value, path }: Located<string>): Iterable<PolicyProblem> {
  if (CALLER.test(value) || ORIGIN_ACCESS_IDENTITY.test(value)) return;
  if (UNIQUE_ID.test(value)) {
    yield { code: "LF3047", severity: "warning", message: `${quote(value)} is the id of a user or role that was deleted; it matches nobody.`, path, fix: "Name the one that is there now, or remove it." };
    return;
  }
  const text = /[*?]/.test(value) ? "has a wildcard, and principals are matched whole" : "is no account, user, role or session";
  const fix = /[*?]/.test(value) ? 'Write "*" or an account, and name the rest with a condition on aws:PrincipalArn.' : FIX;
  yield { code: "LF3024", severity: "error", message: `The principal ${quote(value)} ${text}.`, path, fix };
}

function* servicePrincipal({ value, path }: Located<string>): Iterable<PolicyProblem> {
  if (value === "*") {
    yield { code: "LF3024", severity: "warning", message: "The principal of a service cannot be \"*\".", path, fix: 'Name the services, as in "lambda.amazonaws.com".' };
    return;
  }
  if (/^[a-z0-9.-]+\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal)$/.test(value)) return;
  yield { code: "LF3024", severity: "error", message: `${quote(value)} is not how an AWS service is named.`, path, fix: 'Write it as in "lambda.amazonaws.com".' };
}
