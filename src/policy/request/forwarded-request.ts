import { FORWARDED_KEYS } from "../data/forwarded-keys.ts";
import type { Request, RequestContext } from "./request.ts";
import { listOf } from "../shape.ts";

/** What a service asks of another, in the name of the caller. */
export interface ForwardedCall {
  /** The service that asks: `s3.amazonaws.com`. */
  readonly via: string;
  readonly action: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly awsManagedKey?: boolean;
  /** Keys of the resource and of the service's own call, `kms:EncryptionContext:…` for instance. */
  readonly context?: RequestContext;
}

/**
 * The request that a service makes with the forward access session of a caller whose request it received. It is decided
 * like any other, by the same chain but for the policies of the resource; both must be allowed. The principal and
 * its session stay, `aws:CalledVia` grows by the service, and `contextMode` holds on.
 * Source: IAM User Guide, "Forward access sessions".
 */
export function forwardedRequest(received: Request, { via, context, ...asked }: ForwardedCall): Request {
  const calledVia = [...servicesBefore(received.context), via];
  return {
    principal: received.principal,
    ...asked,
    context: {
      ...Object.fromEntries(Object.entries(received.context).filter(([key]) => isForwarded(key.toLowerCase()))),
      "aws:ViaAWSService": "true",
      "aws:CalledVia": calledVia,
      "aws:CalledViaFirst": calledVia[0],
      "aws:CalledViaLast": via,
      ...context,
    },
    ...(received.contextMode === undefined ? {} : { contextMode: received.contextMode }),
  };
}

const isForwarded = (key: string): boolean => FORWARDED_KEYS.has(key) || FORWARDED_KEYS.has(`${key.split("/")[0] ?? ""}/*`);

/** The services of a request that was forwarded itself. */
function servicesBefore(context: RequestContext): readonly string[] {
  const found = Object.entries(context).find(([key]) => key.toLowerCase() === "aws:calledvia")?.[1];
  return found === undefined ? [] : listOf(found);
}
