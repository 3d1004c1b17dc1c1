import type { EndpointPolicies, NamedPolicy, PolicyChain, PolicyLevel, PolicyUse } from "../chain.ts";
import type { PolicyDocument } from "../document.ts";
import { type CaseExpectation, EXPECTED_DECISIONS, type PolicyCase } from "./case.ts";
import { Fields, refusal } from "./fields.ts";
import { readCaseRequest } from "./read-request.ts";

/**
 * Reads one line of a file of policy cases, which is one JSON object. Keys that the format does not have are left
 * aside, as are the levels of the other side, which must not matter.
 * @throws LandfallError LF3091 when the line is not of the format
 */
export function readPolicyCase(line: string): PolicyCase {
  const fields = new Fields(parsed(line));
  // The format spells it with an s, most of its users with a z.
  const organization = fields.names.find((name) => /^organi[sz]ation$/.test(name));
  const [source, notes, disputed] = [fields.text("source"), fields.text("notes"), fields.raw("disputed")];
  const expected = fields.fields("expected");
  const request = fields.fields("request");
  if (expected === undefined || request === undefined) throw refusal("", "complete: it needs \"request\" and \"expected\"");
  return {
    id: fields.requiredText("id"),
    kind: fields.oneOf("kind", ["request", "condition", "action", "resource", "principal"]) ?? "request",
    chain: readChain(organization === undefined ? undefined : fields.fields(organization), fields.fields("policies")),
    request: readCaseRequest(request),
    expected: readExpectation(expected),
    ...(disputed === undefined || disputed === false ? {} : { disputed: typeof disputed === "string" ? disputed : JSON.stringify(disputed) }),
    ...(source === undefined ? {} : { source }),
    ...(notes === undefined ? {} : { notes }),
    tags: fields.texts("tags") ?? [],
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw refusal("", "JSON");
  }
}

function readChain(organization: Fields | undefined, policies: Fields | undefined): PolicyChain {
  const managementAccountId = organization?.text("managementAccountId");
  const scps = organization?.list("scpLevels")?.map((level) => readLevel("scp", level));
  const rcps = organization?.list("rcpLevels")?.map((level) => readLevel("rcp", level));
  const [boundary, endpoint] = [policies?.documents("boundary"), policies?.documents("endpoint")];
  const [session, resource] = [policies?.document("session"), policies?.document("resource")];
  return {
    ...(managementAccountId === undefined ? {} : { managementAccountId }),
    ...(scps === undefined ? {} : { scps }),
    ...(rcps === undefined ? {} : { rcps }),
    identity: named("identity", policies?.documents("identity") ?? []),
    ...(boundary === undefined ? {} : { boundary: named("boundary", boundary) }),
    ...(session === undefined ? {} : { session: named("session", [session]) }),
    ...(resource === undefined ? {} : { resource: { name: "resource policy", document: resource } }),
    ...(endpoint === undefined ? {} : { endpoint: { ...endpointType(policies), policies: named("endpoint", endpoint) } }),
  };
}

function endpointType(policies: Fields | undefined): Pick<EndpointPolicies, "type"> {
  const type = policies?.oneOf("endpointType", ["interface", "gateway"]);
  return type === undefined ? {} : { type };
}

function readLevel(kind: PolicyUse, level: Fields): PolicyLevel {
  const name = level.text("node") ?? "";
  return { name, policies: named(kind, level.documents("documents") ?? []) };
}

const named = (kind: PolicyUse, documents: readonly PolicyDocument[]): NamedPolicy[] =>
  documents.map((document, index) => ({ name: `${kind} policy ${index + 1}`, document }));

function readExpectation(fields: Fields): CaseExpectation {
  const decision = fields.oneOf("decision", EXPECTED_DECISIONS);
  if (decision === undefined) throw refusal(fields.pathOf("decision"), `one of ${EXPECTED_DECISIONS.join(", ")}`);
  const blockedBy = fields.oneOf("blockedBy", ["scp", "rcp", "identity", "boundary", "session", "resource", "endpoint"]);
  const [statementMatches, missingKeys] = [fields.flag("statementMatches"), fields.texts("missingKeys")];
  return {
    decision,
    ...(blockedBy === undefined ? {} : { blockedBy }),
    ...(statementMatches === undefined ? {} : { statementMatches }),
    ...(missingKeys === undefined ? {} : { missingKeys }),
  };
}
