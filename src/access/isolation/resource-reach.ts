import type { Catalog, PolicyStatement } from "../../policy/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import type { AccessPrincipal } from "../principal.ts";
import type { KnownResource } from "./known-resources.ts";
import type { ResourceReach } from "./model.ts";
import { opened, requestsOf, serviceOfArn } from "./opened.ts";
import { allowsOf, policyOf } from "./resource-grants.ts";
import { accountsNamed } from "./trusted.ts";

export interface Reacher {
  readonly word: string;
  readonly account: AccessAccount;
  readonly principal: AccessPrincipal;
  readonly certain: boolean;
}

/** Somebody and a resource are asked about in so many pairs at most. */
const MOST_PAIRS = 20_000;

/** The known resources that somebody reaches, each by the first who does for certain, else by the first who may. */
export function resourceReach(model: AccessModel, reachers: readonly Reacher[], resources: readonly KnownResource[], catalog: Pick<Catalog, "service">): { readonly resources: readonly ResourceReach[]; readonly isWhole: boolean } {
  let left = MOST_PAIRS;
  const found: ResourceReach[] = [];
  for (const resource of resources) {
    const owner = model.accounts.get(resource.account);
    if (owner === undefined || owner.state === "closed") continue;
    const named = new Set(accountsNamed(allowsOf(resource)));
    let best: ResourceReach | undefined;
    for (const reacher of reachers) {
      if (best?.certain === true || (best !== undefined && !reacher.certain)) break;
      const isHome = reacher.account === owner;
      if (!isHome && !named.has("*") && !named.has(reacher.account.id)) continue;
      if (left === 0) return { resources: found, isWhole: false };
      left -= 1;
      best = reached(model, reacher, { resource, owner, catalog, isHome }) ?? best;
    }
    if (best !== undefined) found.push(best);
  }
  return { resources: found, isWhole: true };
}

interface Target {
  readonly resource: KnownResource;
  readonly owner: AccessAccount;
  readonly catalog: Pick<Catalog, "service">;
  /** In its own account a principal needs no policy of the resource, if one of its own allows. */
  readonly isHome: boolean;
}

function reached(model: AccessModel, { word, account, principal, certain }: Reacher, { resource, owner, catalog, isHome }: Target): ResourceReach | undefined {
  const service = serviceOfArn(resource.arn);
  const any: PolicyStatement = { Effect: "Allow", Action: `${service}:*`, Resource: "*" };
  const requests = (isHome ? [any] : allowsOf(resource)).flatMap((statement) => requestsOf(catalog, resource, statement));
  const { decision, actions } = opened(model, principal, { owner, policy: policyOf(resource), requests });
  if (decision.outcome === "denied") return undefined;
  const isAllowed = decision.outcome === "allowed";
  const hangsOn = isAllowed ? [] : decision.missingKeys.length > 0 ? decision.missingKeys : ["the caller's policies"];
  return { resource: resource.arn, account: owner, as: `${word} in ${account.key}`, actions, certain: certain && isAllowed, hangsOn };
}
