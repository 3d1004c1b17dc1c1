import { explain, type NamedPolicy } from "../../policy/index.ts";
import { prepare } from "../decision.ts";
import { deniedMessage, denialOf } from "../denial.ts";
import { contextModeWith } from "../request-context.ts";
import { shownResource } from "../services/iam/shown-resource.ts";
import { controlsOf, pathNames, policyNames } from "../services/organizations/index.ts";
import { roleTrust } from "../services/sts/index.ts";
import { SUBJECTS } from "../subjects/index.ts";
import type { World } from "../world.ts";
import { accountAsked, principalAsked } from "./asker.ts";
import type { Assumption, Tried, TryQuestion } from "./question.ts";

const DEFAULT_REGION = "us-east-1";

/**
 * Decides whether policies would let something pass, whether there is an operation for it here or not. Nothing is done.
 * @throws LandfallError LF8010, LF8011 when account or principal are not there.
 */
export function tryAction(world: World, now: number, question: TryQuestion): Tried {
  const { action, context = {}, mayHave = [] } = question;
  const account = accountAsked(world, question.account);
  const resource = question.resource ?? question.example?.replaceAll("${Account}", account.id);
  const { principal, arn } = principalAsked(world, account.id, question.as, now);
  const [, inArn = "", accountInArn = ""] = /^arn:[^:]*:[^:]*:([^:]*):(\d*):/.exec(resource ?? "") ?? [];
  const region = question.region ?? (inArn === "" ? DEFAULT_REGION : inArn);
  const owner = accountInArn === "" ? ownerAsked(world, question.owner) : undefined;
  const policy = policyOf(world, action, resource);
  const caller = { world, principal, region, now };
  const { chain, request } = prepare(caller, { action, resource, resourceAccount: owner, policy, keys: context });
  const contextMode = contextModeWith(mayHave.map((key) => key.toLowerCase()));
  const explanation = explain(chain, { ...request, context: request.context, contextMode });
  const organizationId = controlsOf(world, account.id)?.organization.id;
  const { outcome } = explanation.decision;
  const assumptions: (Assumption | false)[] = [
    question.resource === undefined && (resource === undefined ? "no-resource" : "example-resource"),
    question.resource !== undefined && policy === undefined && "no-resource-policy",
    question.resource !== undefined && owner === undefined && accountInArn === "" && "owned-by-caller",
    question.region === undefined && inArn === "" && context["aws:RequestedRegion"] === undefined && "default-region",
  ];
  return {
    account: { id: account.id, name: account.name, path: pathNames(world, account.id) },
    principal: arn,
    action,
    resource: resource ?? "*",
    region,
    explanation,
    policyNames: policyNames(world, account.id, request.resourceAccount ?? account.id),
    ...(outcome === "allowed" ? {} : { message: deniedMessage(principal.arn, action, shownResource(action, resource ?? "*"), denialOf(explanation, organizationId)) }),
    assumptions: assumptions.filter((one) => one !== false),
    isEmulated: SUBJECTS.some(({ prefix, operations }) => Object.keys(operations).some((name) => `${prefix}:${name}`.toLowerCase() === action.toLowerCase())),
  };
}

/** An account of somebody else's is known by its id alone; what is no id is an account's name. */
const ownerAsked = (world: World, owner: string | undefined): string | undefined => (owner === undefined || /^\d{12}$/.test(owner) ? owner : accountAsked(world, owner).id);

/** Of the policies of resources the embedded AWS has those of roles. */
function policyOf(world: World, action: string, resource: string | undefined): NamedPolicy | undefined {
  return resource !== undefined && /^sts:(AssumeRole|TagSession|SetSourceIdentity)$/i.test(action) ? roleTrust(world, resource) : undefined;
}
