import type { Decider } from "../../access/index.ts";
import type { Place } from "../../diagnostics/index.ts";

/** Where answers about access come from, and how old that is. */
export interface AccessSource {
  readonly kind: "file" | "aws" | "snapshot";
  /** The file, or what was asked instead of AWS. */
  readonly name: string;
  /** When it was read, as ISO 8601 in UTC; absent for the organization file, which is read now. */
  readonly readAt?: string;
  /** Milliseconds since then. */
  readonly age?: number;
  /** What was not read, in words. */
  readonly notRead?: readonly string[];
  /** Words about the IAM of accounts, where it was asked. */
  readonly iam?: readonly string[];
}

/** What the user calls the policy of a statement, and where it is written. */
export interface ToldStatement {
  /** The policy, or `guardrail NAME`. */
  readonly policy: string;
  readonly guardrail?: string;
  /** The statement's Sid without the guardrail's name in front. */
  readonly sid?: string;
  readonly at?: Place;
}

/** Finds what the user wrote that led to a statement. */
export type TellStatement = (decider: Decider) => ToldStatement;

export const statementWords = ({ statementIndex }: Decider, sid: string | undefined): string => (sid === undefined ? `statement ${statementIndex + 1}` : `statement "${sid}"`);

export const placeWords = (at: Place | undefined): string => (at === undefined ? "" : `${at.file}:${at.line}:${at.column}`);
