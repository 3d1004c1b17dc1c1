import type { NamedPolicy, Request, RequestContext } from "../policy/index.ts";
import type { AccessModel } from "./model.ts";
import type { MadeRequest } from "./request.ts";

/**
 * The same request with other ids where it has stand-ins: ids of nobody, and those that policies mention. An answer that
 * differs for one of them hangs on an id that AWS has not given yet.
 */
export function withOtherIds(model: AccessModel, { request, resourceAccount }: MadeRequest, policies: readonly NamedPolicy[]): Request[] {
  const text = policies.map(({ document }) => JSON.stringify(document)).join("\n");
  const accounts = [...model.accountsById.values()].filter(({ id, isStandIn }) => isStandIn && (id === resourceAccount?.id || ("accountId" in request.principal && request.principal.accountId === id)));
  const organizations = model.organizationId.isStandIn ? [model.organizationId.id] : [];
  return [
    ...accounts.flatMap(({ id }) => candidates(text, /(?<!\d)\d{12}(?!\d)/g, "000000000001").map((other) => replaced(request, id, other))),
    ...organizations.flatMap((id) => candidates(text, /\bo-[a-z0-9]{10,32}\b/g, "o-0000000001").map((other) => replaced(request, id, other))),
  ];
}

/** Few, because each costs a decision. */
const MOST_CANDIDATES = 20;

const candidates = (text: string, form: RegExp, nobody: string): string[] => [...new Set([nobody, ...(text.match(form) ?? [])])].slice(0, MOST_CANDIDATES);

/** Replaces an id wherever the request has it, so that what was equal stays equal. */
function replaced(request: Request, id: string, other: string): Request {
  const swap = (text: string): string => text.replaceAll(id, other);
  const context: RequestContext = Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key, typeof value === "string" ? swap(value) : value?.map(swap)]));
  const principal = Object.fromEntries(Object.entries(request.principal).map(([key, value]: [string, unknown]) => [key, typeof value === "string" ? swap(value) : value])) as unknown as Request["principal"];
  return {
    ...request,
    principal,
    context,
    ...(request.resource === undefined ? {} : { resource: swap(request.resource) }),
    ...(request.resourceAccount === undefined ? {} : { resourceAccount: swap(request.resourceAccount) }),
  };
}

