import type { NamedPolicy, RequestContext } from "../../policy/index.ts";
import type { AwsError } from "../aws-error.ts";
import type { Call } from "../operation.ts";

export type Input = Readonly<Record<string, unknown>>;

/** One thing that a call is about. */
export interface Named {
  readonly arn: string;
  /** Its tags as condition keys. */
  readonly tags?: RequestContext;
  /** Keys, in lower case, that it may have or not: what hangs on them cannot be decided. */
  readonly unclear?: readonly string[];
}

/** What a call is about, as policies see it. */
export interface Subject {
  /** Each has to be let through; without any, policies are asked on `*`. */
  readonly resources: readonly Named[];
  /** Condition keys beside the global ones; those that are not there are absent. */
  readonly keys: RequestContext;
  /** Keys, in lower case, that the request may have or not: what hangs on them cannot be decided. */
  readonly unclear?: readonly string[];
  /** The service itself decides who else may reach these resources, so policies take them for the caller's own. */
  readonly ownedByCaller?: true;
}

/** What another action that a call needs is about. */
export interface FurtherSubject extends Subject {
  /** The policy of the resource. */
  readonly policy?: NamedPolicy;
  /** The service that asks in the caller's name. */
  readonly via?: string;
}

/**
 * Another action that AWS asks for with a call, of the same caller, once the call's own is let through. Every operation
 * that is implemented was looked through for those that its API page names; the data that the catalog is made from has none.
 */
export interface Further {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  /** The input member that brings it along: a list with something in it, or `true`. */
  readonly given?: string;
  /** What it is about, where that is not what the call itself is about; undefined where AWS has nothing to ask. */
  readonly subject?: (call: Call, input: Input) => FurtherSubject | undefined;
  /** What AWS answers, where that is not the denial of the action. */
  readonly refusal?: () => AwsError;
}

/** What the Service Authorization Reference says of an operation, with where the emulator finds it. */
export interface SubjectFacts {
  /** Input members that name a resource, or `new` for what is made, each with the resource types that it may be of. */
  readonly about?: Readonly<Record<string, readonly string[]>>;
  /** Condition keys of the action, without those of tags, which every call is looked through for. */
  readonly keys?: readonly string[];
  readonly further?: readonly Further[];
}

/** One service: what each of its operations is about, as data, and how the data is read. */
export interface SubjectTable {
  /** The service's prefix in IAM actions. */
  readonly prefix: string;
  readonly operations: Readonly<Record<string, SubjectFacts>>;
  /** Resource types that calls of AWS may be about and that the emulator does not have. */
  readonly lacking?: readonly string[];
  read(call: Call, name: string, input: Input): Subject;
}

/** A text in an input, by its path: `Target.Id`. Constraints are checked after permissions, so anything may be there. */
export function textIn(input: Input, path: string): string | undefined {
  const value = path.split(".").reduce<unknown>((inside, member) => (typeof inside === "object" && inside !== null ? (inside as Input)[member] : undefined), input);
  return typeof value === "string" ? value : undefined;
}

/** The same where a member may be a list. */
export function textsIn(input: Input, path: string): readonly string[] {
  const value = input[path];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [textIn(input, path) ?? []].flat();
}
