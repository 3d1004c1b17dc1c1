import { authorizationPolicyTypeFacts, isAuthorizationKind } from "../limits/index.ts";
import { isPolicyDocument, minifyPolicy, normalizePolicy, type PolicyDocument, type PolicyStatement } from "../policy/index.ts";
import type { Change } from "./plan.ts";

/**
 * Gives a guard to each policy whose new text both denies more and denies less. One such change is safe by itself, since
 * AWS makes it at once; but where a second policy or an account changes with it, what the one hands over to the other
 * would be open in between.
 */
export function guarded(changes: readonly Change[]): Change[] {
  const loosened = changes.filter(({ phase, kind }) => phase === "loosen" && (kind === "policy" || kind === "attachment"));
  const alone = loosened.length === 1 && !changes.some(({ kind, action }) => kind === "account" && action !== "update");
  if (alone) return [...changes];
  return changes.map((change) => (change.kind === "policy" && change.phase === "loosen" ? { ...change, guard: guardOf(change) } : change));
}

/** The old text with what the new one denies besides; undefined where that is nothing, or too long for AWS. */
function guardOf({ desired, observed }: Change): PolicyDocument | undefined {
  if (desired?.kind !== "policy" || observed?.item.kind !== "policy" || !isAuthorizationKind(desired.policyKind)) return undefined;
  const [old, next] = [observed.item.document, desired.document];
  if (!isPolicyDocument(old) || !isPolicyDocument(next)) return undefined;
  if (old.Version !== next.Version) return undefined;
  const there = new Set(statementsOf(old).map(meaningOf));
  const added = statementsOf(next).filter((statement) => statement.Effect === "Deny" && !there.has(meaningOf(statement)));
  const guard = { ...old, Statement: [...statementsOf(old), ...added.map(withoutSid)] };
  return added.length > 0 && minifyPolicy(guard).length <= authorizationPolicyTypeFacts(desired.policyKind).maxSize ? guard : undefined;
}

const statementsOf = ({ Statement }: PolicyDocument): PolicyStatement[] => [Statement].flat();
const meaningOf = (statement: PolicyStatement): string => JSON.stringify(normalizePolicy({ Version: "2012-10-17", Statement: [withoutSid(statement)] }));
/** One Sid may stand in both texts, and AWS takes each once. */
const withoutSid = ({ Sid: _sid, ...statement }: PolicyStatement): PolicyStatement => statement;
