import { type Address, partitionOfRegion } from "../ids/index.ts";
import { accountsOf, type GuardrailUse, nodesOf, type Organization } from "../organization/index.ts";
import { exemptArns } from "./exempt.ts";
import type { Guardrail, GuardrailPlace, GuardrailSettings } from "./guardrail.ts";
import { type ParameterProblem, settingsOf } from "./parameters.ts";
import { guardrailNamed } from "./registry.ts";

/** A guardrail as an organization uses it. */
export interface UsedGuardrail {
  /** As the organization file names it; often the guardrail's own name. */
  readonly name: string;
  readonly guardrail: Guardrail;
  readonly settings: GuardrailSettings;
  readonly problems: readonly ParameterProblem[];
  /** Where it is attached: the root and OUs in the order of the file, then accounts. */
  readonly targets: readonly Address[];
}

/**
 * What guardrails are told of the organization. AWS fills in the organization's id where a policy is evaluated, so the
 * file needs none.
 */
export const placeOf = ({ homeRegion, regions, exemptRoles }: Organization): GuardrailPlace => {
  const partition = partitionOfRegion(homeRegion)?.partition ?? "aws";
  return { partition, organizationId: "${aws:ResourceOrgID}", homeRegion, regions, exempt: exemptArns(partition, exemptRoles) };
};

/** The guardrail that a name means in an organization file; undefined where there is none. */
export const guardrailMeant = (name: string, { guardrails = {} }: Organization): Guardrail | undefined =>
  guardrailNamed((Object.hasOwn(guardrails, name) ? guardrails[name]?.guardrail : undefined) ?? name);

/** Every guardrail that is attached somewhere, in the order in which the file first names them. Unknown names are left out. */
export function usedGuardrails(organization: Organization): UsedGuardrail[] {
  const place = placeOf(organization);
  return [...targetsByName(organization)].flatMap(([name, targets]) => {
    const guardrail = guardrailMeant(name, organization);
    return guardrail === undefined ? [] : [{ name, guardrail, ...settingsOf(guardrail, givenFor(name, organization), place), targets: [...targets] }];
  });
}

/** The parameters that the file gives for a name. */
export function givenFor(name: string, { guardrails = {} }: Organization): Readonly<Record<string, GuardrailUse[string]>> {
  const { guardrail: _guardrail, ...given } = (Object.hasOwn(guardrails, name) ? guardrails[name] : undefined) ?? {};
  return given;
}

function targetsByName(organization: Organization): Map<string, Set<Address>> {
  const nodes = nodesOf(organization);
  const places = [
    ...nodes.map(({ address, node }) => ({ address, names: node.guardrails })),
    ...accountsOf(organization, nodes).map(({ address, account }) => ({ address, names: account.guardrails })),
  ];
  const found = new Map<string, Set<Address>>();
  for (const { address, names = [] } of places) for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(address));
  return found;
}
