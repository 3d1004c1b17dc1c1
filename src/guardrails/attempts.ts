import { compileChain, decide, type PlainRequest, requestFrom } from "../policy/index.ts";
import type { RequestCase } from "./guardrail.ts";
import { MANAGEMENT, MEMBER, PROOF_PLACE, SIBLING } from "./proof.ts";
import { chainWith } from "./prove.ts";
import type { UsedGuardrail } from "./uses.ts";

/** Whose ids stand in requests that proof cases are asked as. */
export interface Scene {
  readonly partition: string;
  readonly organizationId: string;
  readonly accountId: string;
  /** Another member account, where there is one. */
  readonly otherId: string | undefined;
  readonly managementId: string;
}

/** What members of an account try and a guardrail denies, with the settings that it is used with: out of its own proof cases. */
export function attemptsAgainst({ guardrail, settings }: UsedGuardrail): readonly RequestCase[] {
  if (!("statements" in guardrail)) return [];
  const chain = compileChain(chainWith(guardrail.form, guardrail.statements(settings)));
  return guardrail.proof.filter(({ outcome, request }) => outcome === "denied" && isOfMember(request.principal) && decide(chain, requestFrom(request)).outcome === "explicitDeny");
}

/** An attempt as a request in an account; undefined where it takes a second account and there is none. */
export function attemptIn({ request }: RequestCase, { partition, organizationId, accountId, otherId, managementId }: Scene): PlainRequest | undefined {
  const text = JSON.stringify(request);
  if (otherId === undefined && text.includes(SIBLING)) return undefined;
  const ids = [[MEMBER, accountId], [SIBLING, otherId ?? ""], [MANAGEMENT, managementId], [PROOF_PLACE.organizationId, organizationId], ["arn:aws:", `arn:${partition}:`]] as const;
  const told = new RegExp(ids.map(([proof]) => proof).join("|"), "g");
  return JSON.parse(text.replaceAll(told, (proof) => ids.find(([one]) => one === proof)?.[1] ?? proof)) as PlainRequest;
}

/** The principals that each statement lets through by name, as ARN patterns; statements that let nobody through are left out. */
export function letThroughBy({ guardrail, settings }: UsedGuardrail): readonly (readonly string[])[] {
  if (!("statements" in guardrail)) return [];
  return guardrail.statements(settings).flatMap(({ Condition = {} }) => {
    const named = Condition["ArnNotLike"]?.["aws:PrincipalArn"];
    return named === undefined ? [] : [[named].flat().map(String)];
  });
}

const isOfMember = (principal: PlainRequest["principal"]): boolean => typeof principal === "string" && principal.startsWith(`arn:aws:iam::${MEMBER}:`);
