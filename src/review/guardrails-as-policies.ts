import type { ValuePath } from "../diagnostics/index.ts";
import { contentOf, type UsedGuardrail } from "../guardrails/index.ts";
import type { Account, Node, Organization, OrganizationalUnit, Policy } from "../organization/index.ts";

/** An organization without guardrails: each is a policy of its own instead. */
export interface WithoutGuardrails {
  readonly organization: Organization;
  /** The guardrails by the key of the policy that stands for each. */
  readonly guardrails: ReadonlyMap<string, UsedGuardrail>;
}

/** Lets rules about what is allowed and denied look at policies alone. */
export function guardrailsAsPolicies(organization: Organization, used: readonly UsedGuardrail[]): WithoutGuardrails {
  if (used.length === 0) return { organization, guardrails: new Map() };
  const { policies = {} } = organization;
  const keys = new Map(used.map(({ name }) => [name, Object.hasOwn(policies, name) ? `guardrail ${name}` : name]));
  const place = <T extends Node | OrganizationalUnit | Account>(at: T): T => {
    const standIns = [...new Set(at.guardrails)].flatMap((name) => keys.get(name) ?? []);
    return standIns.length === 0 ? at : { ...at, policies: [...(at.policies ?? []), ...standIns] };
  };
  const node = <T extends Node | OrganizationalUnit>(at: T): T => ({
    ...place(at),
    ...(at.accounts === undefined ? {} : { accounts: mapped(at.accounts, place) }),
    ...("ous" in at && at.ous !== undefined ? { ous: mapped(at.ous, node) } : {}),
  });
  const guardrails = new Map(used.map((one) => [keys.get(one.name) ?? one.name, one]));
  return {
    guardrails,
    organization: {
      ...organization,
      policies: { ...policies, ...Object.fromEntries([...guardrails].map(([key, { guardrail, settings }]): [string, Policy] => [key, { type: guardrail.form, document: contentOf(guardrail, settings) }])) },
      ...(organization.root === undefined ? {} : { root: node(organization.root) }),
      ...(organization.ous === undefined ? {} : { ous: mapped(organization.ous, node) }),
    },
  };
}

/** Where a policy, or the guardrail that it stands for, is written. */
export function pathOfPolicy(key: string, organization: Organization, guardrails: WithoutGuardrails["guardrails"], attachedAt: ValuePath): ValuePath {
  const guardrail = guardrails.get(key);
  if (guardrail === undefined) return ["policies", key];
  return Object.hasOwn(organization.guardrails ?? {}, guardrail.name) ? ["guardrails", guardrail.name] : [...attachedAt, "guardrails"];
}

const mapped = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
