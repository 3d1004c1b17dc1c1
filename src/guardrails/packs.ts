import type { Address, PolicyKind } from "../ids/index.ts";
import { authorizationPolicyTypeFacts, isAuthorizationKind } from "../limits/index.ts";
import { accountsOf, nodesOf, type Organization } from "../organization/index.ts";
import { contentOf, statementsNamed } from "./content.ts";
import { type Pack, packDescription, type PackPart } from "./pack.ts";
import { packed } from "./packing.ts";
import { type UsedGuardrail, usedGuardrails } from "./uses.ts";

/**
 * The policies that an organization's guardrails become, as if AWS had none of them yet. What grants or denies is joined;
 * settings, which AWS merges itself, keep a policy for each.
 */
export function packsOf(organization: Organization, used = usedGuardrails(organization)): Pack[] {
  return [...packed(used.flatMap(partOf), { room: roomOf(organization) }), ...used.flatMap(settingsPack)];
}

function partOf({ name, guardrail, settings, targets }: UsedGuardrail): PackPart[] {
  return "statements" in guardrail ? [{ name, kind: guardrail.form, statements: statementsNamed(name, guardrail.statements(settings)), targets }] : [];
}

function settingsPack({ name, guardrail, settings, targets }: UsedGuardrail): Pack[] {
  if ("statements" in guardrail) return [];
  return [{ kind: guardrail.form, name: `guardrail-${name}`, description: packDescription([name]), document: contentOf(guardrail, settings), targets }];
}

/** Slots of a place that a type leaves for packs, one of them kept free for policies that change places. */
export function slotsFor(kind: PolicyKind, others: number, fullAwsAccess: boolean): number {
  if (!isAuthorizationKind(kind)) return Number.POSITIVE_INFINITY;
  const { maxPerTarget, awsManaged } = authorizationPolicyTypeFacts(kind);
  return maxPerTarget - others - (awsManaged.detachable && !fullAwsAccess ? 0 : 1) - 1;
}

function roomOf(organization: Organization): (kind: PolicyKind, target: Address) => number {
  const nodes = nodesOf(organization);
  const declared = new Map([...nodes.map(({ address, node }) => [address, node] as const), ...accountsOf(organization, nodes).map(({ address, account }) => [address, account] as const)]);
  const { policies = {} } = organization;
  return (kind, target) => {
    const { policies: own = [], fullAwsAccess = true } = declared.get(target) ?? {};
    return slotsFor(kind, new Set(own.filter((key) => Object.hasOwn(policies, key) && policies[key]?.type === kind)).size, fullAwsAccess);
  };
}
