import type { Chain, Denial, Layer, NamedPolicy, Question } from "./chain.ts";
import { judge, type Judgement } from "./judge.ts";
import type { ValuesOf } from "./variables.ts";

/**
 * Why a request is denied; empty when it is allowed. Looks at identity policies, boundary, session policies and the
 * policy of the resource; SCPs and RCPs have no say here yet.
 * Source: IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation logic".
 */
export function denials(chain: Chain, question: Question, valuesOf: ValuesOf): Denial[] {
  const ask = (policies: readonly NamedPolicy[]): Judgement => judge(policies, question, valuesOf);
  const resource = chain.resource === undefined ? undefined : ask([chain.resource]);
  const isAcross = (question.resourceAccountId ?? question.asker.accountId) !== question.asker.accountId;
  // Inside one account a resource policy that names the asker is enough, within limits that depend on how it names him.
  const direct = isAcross || resource?.says !== "allow" ? "account" : (resource.closeness ?? "account");
  const isUser = question.asker.roleArn === undefined;
  const found = [
    denialBy("resource", resource, false),
    denialBy("identity", chain.identity && ask(chain.identity), direct !== "account"),
    denialBy("boundary", chain.boundary && ask(chain.boundary), direct === "session" || (direct === "entity" && isUser)),
    denialBy("session", chain.session && ask(chain.session), direct === "session"),
  ];
  return found.flatMap((denial) => denial ?? []).toSorted((a, b) => Number(b.isExplicit) - Number(a.isExplicit));
}

function denialBy(layer: Layer, judgement: Judgement | undefined, mayBeSilent: boolean): Denial | undefined {
  if (judgement === undefined || judgement.says === "allow") return undefined;
  if (judgement.says === "nothing" && mayBeSilent) return undefined;
  return { layer, isExplicit: judgement.says === "deny", unevaluated: judgement.unevaluated };
}
