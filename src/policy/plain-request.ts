import { LandfallError } from "../diagnostics/index.ts";
import { contextOfPrincipal } from "./derived-context.ts";
import { principalFromText } from "./principal.ts";
import type { Request, RequestContext } from "./request.ts";

/** A request as one writes it down; `requestFrom` makes of it what the evaluators take. */
export interface PlainRequest extends Omit<Request, "principal" | "context"> {
  /** An ARN, an account id, the name of a service or of a web identity provider: see `principalFromText`. */
  readonly principal: string;
  /** The role behind a session with its path, or the user behind a federated session, where it matters. */
  readonly issuerArn?: string;
  readonly context?: RequestContext;
}

/**
 * The request, with the condition keys that follow from the principal (`aws:PrincipalArn` and so on) put under those that
 * are given.
 * @throws LandfallError LF3090 when the text names no principal
 */
export function requestFrom({ principal: text, issuerArn, context, ...rest }: PlainRequest): Request {
  const principal = principalFromText(text, issuerArn);
  if (principal === undefined) {
    throw new LandfallError({ code: "LF3090", severity: "error", summary: `"${text}" is no principal.`, fix: "Give the ARN of a user, role, session or root user, an account id, or the name of a service." }, "usage");
  }
  return { ...rest, principal, context: { ...contextOfPrincipal(principal), ...context } };
}
