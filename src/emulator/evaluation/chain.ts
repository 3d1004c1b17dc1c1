import type { PolicyDocument } from "../../policy/index.ts";

/** A policy with a name for messages; without a document when the emulator does not know what is in it. */
export interface NamedPolicy {
  readonly name: string;
  readonly document?: PolicyDocument;
}

/** Every policy that has a say about one principal and one resource. A list that is absent is something else than an empty one. */
export interface Chain {
  /** Absent for root users, whom no identity policy needs to allow. */
  readonly identity?: readonly NamedPolicy[];
  readonly boundary?: readonly NamedPolicy[];
  readonly session?: readonly NamedPolicy[];
  /** The policy of the resource; for roles the trust policy. */
  readonly resource?: NamedPolicy;
}

/** Who asks, as policies name principals. */
export interface Asker {
  readonly accountId: string;
  readonly arn: string;
  /** The role, with its path, of a session; otherwise absent. */
  readonly roleArn?: string;
}

export interface Question {
  readonly asker: Asker;
  readonly action: string;
  /** Absent when it is not known which resource the action is about. */
  readonly resource?: string;
  /** The account that owns the resource; the asker's own when absent. */
  readonly resourceAccountId?: string;
}

export type Layer = "identity" | "boundary" | "session" | "resource";

/** One reason why a request is denied. */
export interface Denial {
  readonly layer: Layer;
  /** A Deny matched, or might; otherwise no Allow did. */
  readonly isExplicit: boolean;
  /** What could not be evaluated, where that decided. */
  readonly unevaluated?: string;
}
