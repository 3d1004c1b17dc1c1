import type { Address, AuthorizationPolicyKind, PolicyKind } from "../ids/index.ts";
import { minifyPolicy, type PolicyContent, type PolicyStatement, isPolicyDocument } from "../policy/index.ts";
import { sidOf } from "./content.ts";

/** Guardrails that share a policy of AWS. */
export interface Pack {
  readonly kind: PolicyKind;
  /** The policy's name in AWS. */
  readonly name: string;
  /** Says in AWS which guardrails are in it, and is read back from there. */
  readonly description: string;
  readonly document: PolicyContent;
  readonly targets: readonly Address[];
}

/** The statements of one use of a guardrail, on their way into a pack. */
export interface PackPart {
  readonly name: string;
  readonly kind: AuthorizationPolicyKind;
  /** Each Sid begins with the name: see `statementsNamed`. */
  readonly statements: readonly PolicyStatement[];
  readonly targets: readonly Address[];
}

/** What is looked at to tell a pack: a policy that is declared, or one that AWS has. */
export type PackPolicy = Pick<Pack, "name" | "description" | "document">;

const NAME = /^guardrails?-/;
const DESCRIPTION = /^Guardrails?: (.+)$/;

export const packDescription = (names: readonly string[]): string => `${names.length === 1 ? "Guardrail" : "Guardrails"}: ${names.join(", ")}`;

/** The guardrails in a policy, by the name that the organization file gives them; none where it is no pack. */
export function namesInPack({ name, description }: Pick<PackPolicy, "name" | "description">): readonly string[] {
  const names = NAME.test(name) ? DESCRIPTION.exec(description)?.[1] : undefined;
  return names === undefined ? [] : names.split(", ");
}

/** The guardrail that a statement of a pack belongs to; undefined where it is none's. */
export function nameOfStatement(statement: Pick<PolicyStatement, "Sid">, names: readonly string[]): string | undefined {
  const { Sid } = statement;
  if (Sid === undefined) return undefined;
  return names.filter((name) => Sid.startsWith(sidOf(name))).toSorted((a, b) => b.length - a.length)[0];
}

/** The statements of a pack by guardrail, in the pack's order; empty for policies of settings. */
export function statementsInPack(policy: PackPolicy): ReadonlyMap<string, readonly PolicyStatement[]> {
  const names = namesInPack(policy);
  const found = new Map<string, PolicyStatement[]>();
  for (const statement of statementsOf(policy.document)) {
    const name = nameOfStatement(statement, names);
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), statement]);
  }
  return found;
}

/** Every statement of a document that allows or denies. */
export const statementsOf = (document: PolicyContent): readonly PolicyStatement[] => (isPolicyDocument(document) ? [document.Statement].flat() : []);

/** A statement as one text, whatever AWS made of lists of one. */
export const textOfStatement = (statement: PolicyStatement): string => minifyPolicy({ Version: "2012-10-17", Statement: [statement] });
