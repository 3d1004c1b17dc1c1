import { isPolicyDocument, parsePolicyText, type PolicyStatement } from "../../../policy/index.ts";
import { malformedPolicyDocument } from "./errors.ts";

/** What a document is for: granting to an identity, trusting principals, or limiting a session. */
export type DocumentKind = "identity" | "trust" | "session";

/**
 * Refuses a document that AWS would not store, in the words of AWS as far as they are known. It must be JSON in the
 * grammar of policies; what AWS checks beyond that of actions, Regions in ARNs and condition keys is not checked.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function checkPolicyDocument(kind: DocumentKind, text: string): void {
  const problem = problemOf(kind, text);
  if (problem !== undefined) throw malformedPolicyDocument(problem);
}

const SYNTAX = "Syntax errors in policy.";

function problemOf(kind: DocumentKind, text: string): string | undefined {
  const { value, problems } = parsePolicyText(text);
  if (value === undefined || problems.length > 0) return kind === "trust" ? "This policy contains invalid Json" : SYNTAX;
  if (!isPolicyDocument(value)) return SYNTAX;
  const unknown = Object.keys(value).find((name) => !["Version", "Id", "Statement"].includes(name));
  if (unknown !== undefined) return kind === "trust" ? `Unknown field ${unknown}` : SYNTAX;
  if (value.Version !== undefined && value.Version !== "2012-10-17" && value.Version !== "2008-10-17") return SYNTAX;
  if (kind !== "trust" && value.Version !== "2012-10-17") return "Policy document must be version 2012-10-17 or greater.";
  const statements = list(value.Statement);
  if (statements.length === 0) return SYNTAX;
  const sids = statements.flatMap(({ Sid }) => Sid || []);
  if (new Set(sids).size < sids.length) return "Statement IDs (SID) in a single policy must be unique.";
  for (const statement of statements) {
    const found = elementProblem(kind, statement) ?? actionProblem(kind, statement) ?? conditionProblem(statement) ?? resourceProblem(statement);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ELEMENTS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

function elementProblem(kind: DocumentKind, statement: PolicyStatement): string | undefined {
  const unknown = Object.keys(statement).find((name) => !ELEMENTS.includes(name));
  if (unknown !== undefined) return kind === "trust" ? `Unknown field ${unknown}` : SYNTAX;
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = statement;
  if ((Action === undefined) === (NotAction === undefined)) return Action === undefined ? "Policy statement must contain actions." : SYNTAX;
  if (kind === "trust") {
    if (Resource !== undefined) return "Has prohibited field Resource";
    if (NotResource !== undefined) return "Has prohibited field NotResource";
    if (NotPrincipal !== undefined) return "Has prohibited field NotPrincipal";
    return Principal === undefined ? "Missing required field Principal" : undefined;
  }
  if (Principal !== undefined || NotPrincipal !== undefined) return "Policy document should not specify a principal.";
  if (Resource === undefined && NotResource === undefined) return "Policy statement must contain resources.";
  return Resource !== undefined && NotResource !== undefined ? SYNTAX : undefined;
}

function actionProblem(kind: DocumentKind, { Action, NotAction }: PolicyStatement): string | undefined {
  const actions = list(Action ?? NotAction ?? []);
  if (actions.length === 0) return "Policy statement must contain actions.";
  if (kind === "trust" && actions.some((action) => !/^sts:.+$/i.test(action))) return "AssumeRole policy may only specify STS AssumeRole actions.";
  if (actions.some((action) => action !== "*" && !/^[^:]+:/.test(action))) return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
  if (actions.some((action) => action.split(":").length > 2)) return "Actions/Condition can contain only one colon.";
  const vendor = actions.find((action) => action !== "*" && !/^[a-zA-Z0-9-]+:/.test(action))?.split(":")[0];
  return vendor === undefined ? undefined : `Vendor ${vendor} is not valid`;
}

const OPERATOR =
  /^((ForAllValues|ForAnyValue):)?(String(Not)?(Equals|EqualsIgnoreCase|Like)|Numeric(NotEquals|Equals|(Less|Greater)Than(Equals)?)|Date(NotEquals|Equals|(Less|Greater)Than(Equals)?)|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like))(IfExists)?$|^Null$/;

function conditionProblem({ Condition }: PolicyStatement): string | undefined {
  const unknown = Object.keys(Condition ?? {}).find((operator) => !OPERATOR.test(operator));
  if (unknown !== undefined) return SYNTAX;
  const keys = Object.values(Condition ?? {}).flatMap((block) => Object.keys(block));
  return keys.every((key) => key.includes(":")) ? undefined : "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
}

function resourceProblem({ Resource, NotResource }: PolicyStatement): string | undefined {
  const resources = list(Resource ?? NotResource ?? []);
  const wrong = resources.find((resource) => resource !== "*" && !resource.startsWith("arn:"));
  return wrong === undefined ? undefined : `Resource ${wrong} must be in ARN format or "*".`;
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

/** The length that counts against quotas: without white space. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const countedLength = (document: string): number => document.replace(/\s/g, "").length;

/** How IAM puts documents into answers: percent-encoded as RFC 3986 says. */
export const encodeDocument = (document: string): string =>
  encodeURIComponent(document).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
