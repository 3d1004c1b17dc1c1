import type { Catalog, NamedPolicy, PolicyStatement } from "../../policy/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import type { KnownResource } from "./known-resources.ts";
import type { Grant } from "./model.ts";
import { openedToAny, requestsOf } from "./opened.ts";
import { callersOf, type Trusted } from "./trusted.ts";

/** Whom the policies of resources let in from other accounts, and what for. */
export function resourceGrants(model: AccessModel, resources: readonly KnownResource[], catalog: Pick<Catalog, "service">): Grant[] {
  return resources.flatMap((resource): Grant[] => {
    const owner = model.accounts.get(resource.account);
    return owner === undefined || owner.state === "closed" ? [] : grantsOf(model, resource, owner, catalog);
  });
}

function grantsOf(model: AccessModel, resource: KnownResource, owner: AccessAccount, catalog: Pick<Catalog, "service">): Grant[] {
  const policy = policyOf(resource);
  const found = new Map<string, { readonly trusted: Trusted; readonly statements: PolicyStatement[] }>();
  for (const statement of allowsOf(resource)) {
    for (const trusted of callersOf(model, [statement], "anybody").filter(({ account }) => account !== owner)) {
      const known = found.get(trusted.from) ?? { trusted, statements: [] };
      found.set(trusted.from, known);
      known.statements.push(statement);
    }
  }
  return Array.from(found.values(), ({ trusted, statements }): Grant => {
    const requests = statements.flatMap((statement) => requestsOf(catalog, resource, statement));
    const { decision, actions } = openedToAny(model, trusted.askers(owner), { owner, policy, requests });
    const { outcome, missingKeys } = decision;
    return {
      kind: "resource",
      from: trusted.from,
      sources: trusted.sources,
      by: resource.arn,
      to: [owner],
      ...(resource.purpose === undefined ? {} : { purpose: resource.purpose }),
      may: [...new Set(statements.flatMap(({ Action, NotAction }) => (Action === undefined ? [`all but ${[NotAction ?? []].flat().join(", ")}`] : [Action].flat())))],
      actions,
      decided: [{ account: owner, outcome, missingKeys }],
    };
  });
}

export const allowsOf = ({ policy }: KnownResource): PolicyStatement[] => [policy.Statement].flat().filter(({ Effect }) => Effect === "Allow");

const policies = new WeakMap<KnownResource, NamedPolicy>();

/** The same object each time, because chains are remembered by it. */
export function policyOf(resource: KnownResource): NamedPolicy {
  const known = policies.get(resource) ?? { name: `policy of ${resource.arn}`, document: resource.policy };
  policies.set(resource, known);
  return known;
}
