import { contextOfPrincipal } from "../request/derived-context.ts";
import { principalFromText } from "../request/principal.ts";
import type { ContextMode, Principal, Request, RequestContext } from "../request/request.ts";
import { isObject } from "../shape.ts";
import { type Fields, refusal } from "./fields.ts";

/** The `request` of a case. */
export function readCaseRequest(fields: Fields): Request {
  const principal = readPrincipal(fields);
  const given = readContext(fields);
  const derived = fields.oneOf("contextMode", ["exact", "derived"]) === "derived";
  const [resource, resourceAccount, awsManagedKey] = [fields.text("resource"), fields.text("resourceAccount"), fields.flag("awsManagedKey")];
  const hasResource = resource !== undefined && resource !== "" && fields.flag("wildcardOnlyAction") !== true;
  const contextMode = readContextMode(fields);
  return {
    principal,
    action: fields.requiredText("action"),
    ...(hasResource ? { resource } : {}),
    ...(resourceAccount === undefined || resourceAccount === "" ? {} : { resourceAccount }),
    ...(awsManagedKey === true ? { awsManagedKey } : {}),
    context: derived ? { ...contextOfPrincipal(principal), ...withoutEmpty(given) } : given,
    ...(contextMode === undefined ? {} : { contextMode }),
  };
}

function readPrincipal(fields: Fields): Principal {
  const value = fields.raw("principal");
  if (isObject(value)) {
    if (typeof value["type"] === "string" && value["type"].toLowerCase() === "anonymous") return { type: "anonymous" };
    throw refusal(fields.pathOf("principal"), 'an ARN or {"type": "Anonymous"}');
  }
  const text = fields.requiredText("principal");
  const principal = principalFromText(text, fields.text("sessionIssuerArn"));
  if (principal === undefined) throw refusal(fields.pathOf("principal"), "the ARN of a principal");
  if (!("accountId" in principal)) return principal;
  const canonicalUserId = fields.text("canonicalUserId");
  return { ...principal, ...(fields.flag("outsideOrganization") === true ? { outsideOrganization: true } : {}), ...(canonicalUserId === undefined ? {} : { canonicalUserId }) };
}

function readContext(fields: Fields): RequestContext {
  const context = fields.fields("context");
  if (context === undefined) return {};
  return Object.fromEntries(context.names.flatMap((key) => {
    const value = context.raw(key);
    return value === undefined ? [] : [[key, valueOf(value, context.pathOf(key))]];
  }));
}

/** Numbers and booleans stand for their texts. */
function valueOf(value: unknown, path: string): string | string[] {
  if (Array.isArray(value)) return value.map((item) => scalarOf(item, path));
  return scalarOf(value, path);
}

function scalarOf(value: unknown, path: string): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") throw refusal(path, "a text or a list of texts");
  return String(value);
}

/** `derived` takes an empty text for no value. */
const withoutEmpty = (context: RequestContext): RequestContext => Object.fromEntries(Object.entries(context).filter(([, value]) => value !== ""));

/** Beyond the format: which of the keys that are not given are not known. */
function readContextMode(fields: Fields): ContextMode | undefined {
  const [unknown, known] = [fields.texts("unknownKeys"), fields.texts("knownKeys")];
  if (unknown !== undefined) return { unknown: lowerCased(unknown) };
  return known === undefined ? undefined : { known: lowerCased(known) };
}

const lowerCased = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));
