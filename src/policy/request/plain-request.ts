import { LandfallError } from "../../diagnostics/index.ts";
import { contextOfPrincipal } from "./derived-context.ts";
import { principalFromText } from "./principal.ts";
import type { ContextMode, Principal, Request, RequestContext } from "./request.ts";

/** A request as one writes it down; `requestFrom` makes of it what the evaluators take. */
export interface PlainRequest extends Omit<Request, "principal" | "context"> {
  /** An ARN, an account id, the name of a service or of a web identity provider, or `anonymous`: see `principalFromText`. */
  readonly principal: string;
  /** The role behind a session with its path, or the user behind a federated session, where it matters. */
  readonly issuerArn?: string;
  readonly context?: RequestContext;
  /** As of `Request`, but the names of keys in any case. */
  readonly contextMode?: ContextMode;
}

/**
 * The request, with the condition keys that follow from the principal (`aws:PrincipalArn` and so on) put under those that
 * are given.
 * @throws LandfallError LF3090 when the text names no principal, LF3092 when the action has no service
 */
export function requestFrom(plain: PlainRequest): Request {
  if (!plain.action.includes(":")) throw refusal("LF3092", `"${plain.action}" is no action.`, "Write the service before the action: s3:GetObject.");
  const { principal, derived } = knownPrincipal(plain.principal, plain.issuerArn);
  // Each property by name: collecting the others would take longer than the decision.
  return {
    principal,
    action: plain.action,
    resource: plain.resource,
    resourceAccount: plain.resourceAccount,
    awsManagedKey: plain.awsManagedKey,
    context: plain.context === undefined ? derived : joined(derived, plain.context),
    contextMode: plain.contextMode === undefined ? undefined : inLowerCase(plain.contextMode),
  };
}

interface KnownPrincipal {
  readonly principal: Principal;
  readonly derived: RequestContext;
  readonly issuerArn: string | undefined;
}

/**
 * Requests of one principal come in rows; a session seldom has now one issuer, now another. Bounded: a request can name
 * any session.
 */
const principals = new Map<string, KnownPrincipal>();
const MOST_PRINCIPALS = 10_000;

function knownPrincipal(text: string, issuerArn: string | undefined): KnownPrincipal {
  const known = principals.get(text);
  if (known !== undefined && known.issuerArn === issuerArn) return known;
  const principal = principalFromText(text, issuerArn);
  if (principal === undefined) {
    throw refusal("LF3090", `"${text}" is no principal.`, "Give the ARN of a user, role, session or root user, an account id, the name of a service, or anonymous.");
  }
  if (principals.size >= MOST_PRINCIPALS) principals.clear();
  const found = { principal, derived: contextOfPrincipal(principal), issuerArn };
  principals.set(text, found);
  return found;
}

const refusal = (code: "LF3090" | "LF3092", summary: string, fix: string): LandfallError => new LandfallError({ code, severity: "error", summary, fix }, "usage");

function inLowerCase(mode: ContextMode): ContextMode {
  if (mode === "exact") return mode;
  return "unknown" in mode ? { unknown: lowered(mode.unknown) } : { known: lowered(mode.known) };
}

function lowered(names: ReadonlySet<string>): ReadonlySet<string> {
  for (const name of names) if (name !== name.toLowerCase()) return new Set([...names].map((one) => one.toLowerCase()));
  return names;
}

/** What is given stands later, so it counts, however it is spelled. Key by key: V8 takes ten times as long to add to a spread. */
function joined(derived: RequestContext, given: RequestContext): RequestContext {
  const context: Record<string, RequestContext[string]> = {};
  for (const key in derived) context[key] = derived[key];
  for (const key in given) context[key] = given[key];
  return context;
}
