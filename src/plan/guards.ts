import { authorizationPolicyTypeFacts, isAuthorizationKind } from "../limits/index.ts";
import { isPolicyDocument, minifyPolicy, normalizePolicy, type PolicyDocument, type PolicyStatement } from "../policy/index.ts";
import { allowsOfBoth } from "./allows-of-both.ts";
import type { Change } from "./plan.ts";

/**
 * Gives a guard to each policy whose new text both lets through more and lets through less. One such change is safe by itself, since
 * AWS makes it at once; but where a second policy or an account changes with it, what the one hands over to the other
 * would be open in between.
 */
export function guarded(changes: readonly Change[]): Change[] {
  const loosened = changes.filter(({ phase, kind }) => phase === "loosen" && (kind === "policy" || kind === "attachment"));
  const alone = loosened.length === 1 && !changes.some(({ kind, action }) => kind === "account" && action !== "update");
  if (alone) return [...changes];
  return changes.map((change) => (change.kind === "policy" && change.phase === "loosen" ? { ...change, guard: guardOf(change) } : change));
}

/** A text that denies what either text denies and allows what both allow; undefined where that is the old one, or too long for AWS. */
function guardOf({ desired, observed }: Change): PolicyDocument | undefined {
  if (desired?.kind !== "policy" || observed?.item.kind !== "policy" || !isAuthorizationKind(desired.policyKind)) return undefined;
  const [old, next] = [observed.item.document, desired.document];
  if (!isPolicyDocument(old) || !isPolicyDocument(next) || old.Version !== next.Version) return undefined;
  const denied = withEffect(old, "Deny");
  const there = new Set(denied.map(meaningOf));
  const added = withEffect(next, "Deny").filter((statement) => !there.has(meaningOf(statement)));
  const [allowed, allowedNext] = [withEffect(old, "Allow"), withEffect(next, "Allow")];
  const goesOn = new Set(allowedNext.map(meaningOf));
  const isKept = allowed.every((statement) => goesOn.has(meaningOf(statement)));
  if (isKept && added.length === 0) return undefined;
  const statements = [...(isKept ? allowed : allowsOfBoth(allowed, allowedNext)), ...denied, ...added.map(withoutSid)];
  const guard = { ...old, Statement: statements.length === 0 ? [NOTHING] : statements };
  return minifyPolicy(guard).length <= authorizationPolicyTypeFacts(desired.policyKind).maxSize ? guard : undefined;
}

/** AWS wants a statement, and lets everybody ask who he is whatever policies say. Source: STS API Reference, GetCallerIdentity. */
const NOTHING: PolicyStatement = { Effect: "Allow", Action: "sts:GetCallerIdentity", Resource: "*" };

const withEffect = (document: PolicyDocument, effect: PolicyStatement["Effect"]): PolicyStatement[] => statementsOf(document).filter(({ Effect }) => Effect === effect);
const statementsOf = ({ Statement }: PolicyDocument): PolicyStatement[] => [Statement].flat();
const meaningOf = (statement: PolicyStatement): string => JSON.stringify(normalizePolicy({ Version: "2012-10-17", Statement: [withoutSid(statement)] }));
/** One Sid may stand in both texts, and AWS takes each once. */
const withoutSid = ({ Sid: _sid, ...statement }: PolicyStatement): PolicyStatement => statement;
