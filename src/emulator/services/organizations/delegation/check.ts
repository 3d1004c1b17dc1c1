import type { PolicyDocument, PolicyStatement } from "../../../../policy/index.ts";
import { parsePolicyText } from "../../../../policy/index.ts";
import { parseArn } from "../../../../ids/index.ts";
import { POLICY_TYPE } from "../constraints.ts";
import { invalidInput } from "../errors.ts";
import type { OrganizationCall } from "../operation.ts";
import { accountsTable } from "../state.ts";
import { DELEGABLE_ACTIONS } from "./actions.ts";
import { matchesPattern } from "./pattern.ts";

/**
 * Refuses a delegation policy that AWS would not store. Conditions that are not understood here are stored, as AWS does.
 * Unconfirmed: that wildcards in actions pass when they match a supported one, and that principals must be of member accounts.
 */
export function checkDelegationPolicy(call: OrganizationCall, content: string): void {
  const { document, problems } = parsePolicyText(content);
  if (document === undefined || problems.length > 0) throw malformed();
  for (const statement of statementsOf(document)) {
    checkPrincipal(call, statement);
    checkActions(statement);
    checkResources(statement);
    checkPolicyTypes(statement);
  }
}

export const statementsOf = ({ Statement }: PolicyDocument): readonly PolicyStatement[] => [Statement].flat();

const malformed = () => invalidInput("INVALID_RESOURCE_POLICY_JSON", "The provided resource policy is not valid JSON or lacks required elements.");

function checkPrincipal(call: OrganizationCall, { Principal: element, NotPrincipal }: PolicyStatement): void {
  const onlyAccounts = element !== undefined && NotPrincipal === undefined && (element === "*" || Object.keys(element).every((type) => type === "AWS"));
  const named = element === undefined || element === "*" ? [] : [element.AWS ?? []].flat();
  if (onlyAccounts && named.every((one) => one === "*" || isMember(call, one))) return;
  throw invalidInput("INVALID_PRINCIPAL", "You specified an invalid principal in the resource policy.");
}

/** An account id, or the ARN of an account's root, user or role. */
function isMember({ world, organization }: OrganizationCall, principal: string): boolean {
  const arn = parseArn(principal);
  const isIam = arn?.service === "iam" && /^(root|user\/.+|role\/.+)$/.test(arn.resource);
  const accountId = isIam ? arn.accountId : principal;
  return accountsTable(world).get(accountId)?.organizationId === organization.id;
}

function checkActions({ Action, NotAction }: PolicyStatement): void {
  if ((Action === undefined) === (NotAction === undefined)) throw malformed();
  const isDelegable = (pattern: string): boolean =>
    DELEGABLE_ACTIONS.some((action) => matchesPattern(pattern.toLowerCase(), `organizations:${action.toLowerCase()}`));
  if ([Action ?? NotAction ?? []].flat().every(isDelegable)) return;
  throw invalidInput("UNSUPPORTED_ACTION_IN_RESOURCE_POLICY", "You specified an action that a resource policy can't allow.");
}

const RESOURCE = /^arn:[^:]*:organizations::[^:]*:(\*|(root|ou|account|policy|organization|resourcepolicy)(\*|\/.+))$/;

function checkResources({ Resource, NotResource }: PolicyStatement): void {
  if ((Resource === undefined) === (NotResource === undefined)) throw malformed();
  if ([Resource ?? NotResource ?? []].flat().every((resource) => resource === "*" || RESOURCE.test(resource))) return;
  throw invalidInput("UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY", "You specified a resource that a resource policy can't cover.");
}

function checkPolicyTypes({ Condition = {} }: PolicyStatement): void {
  for (const [key, values] of Object.values(Condition).flatMap((keys) => Object.entries(keys))) {
    if (key.toLowerCase() !== "organizations:policytype") continue;
    const known = (pattern: string): boolean => (POLICY_TYPE.values ?? []).some((type) => matchesPattern(pattern.toUpperCase(), type));
    if ([values].flat().map(String).every(known)) continue;
    throw invalidInput("UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY", "You specified a policy type that a resource policy can't name.");
  }
}
