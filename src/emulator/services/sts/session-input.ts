import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Session, SessionTag } from "../../principal.ts";
import { packedSize } from "../../session-token.ts";
import type { World } from "../../world.ts";
import { documentInEffect, managedPolicy } from "../iam/managed-policies.ts";
import { checkPolicyDocument } from "../iam/policy-document.ts";
import { invalidParameterValue, packedPolicyTooLarge, validationError } from "./errors.ts";

export interface SessionPoliciesInput {
  readonly Policy?: string;
  readonly PolicyArns?: readonly { readonly arn?: string }[];
}

export interface SessionTagsInput {
  readonly Tags?: readonly SessionTag[];
  readonly TransitiveTagKeys?: readonly string[];
}

/**
 * Session policies: checked, and of the account whose session it is. Plain text has one limit for all of them together.
 * Unconfirmed: how AWS names a managed policy that is not there.
 */
export function sessionPolicies(world: World, accountId: string, input: SessionPoliciesInput): Pick<Session, "policy" | "policyArns"> {
  const policyArns = (input.PolicyArns ?? []).flatMap(({ arn }) => arn ?? []);
  if (input.Policy !== undefined) checkPolicyDocument("session", input.Policy);
  for (const arn of policyArns) {
    if (managedPolicy(world, accountId, arn) === undefined) throw validationError(`The policy ${arn} does not exist or cannot be used as a session policy.`);
  }
  // AWS's own policies are longer by themselves than the limit; they count by their ARNs.
  const own = policyArns.filter((arn) => !arn.startsWith("arn:aws:iam::aws:")).map((arn) => documentInEffect(world, accountId, arn) ?? "");
  const length = [input.Policy ?? "", ...own].reduce((sum, text) => sum + text.length, 0);
  const percent = Math.ceil((100 * length) / IAM_QUOTAS.sessionPolicySize);
  if (percent > 100) throw packedPolicyTooLarge(`Packed policy consumes ${percent}% of allotted space, please use smaller policy.`);
  return { policy: input.Policy, policyArns: policyArns.length > 0 ? policyArns : undefined };
}

const fold = (key: string): string => key.toLowerCase();

/**
 * The tags of a new session: those that are passed, and the transitive ones of the caller's own session.
 * Source: IAM User Guide, "Pass session tags in AWS STS".
 */
export function sessionTags(input: SessionTagsInput, caller: Session | undefined): Pick<Session, "tags" | "transitiveTagKeys"> {
  const passed = input.Tags ?? [];
  const keys = new Set(passed.map(({ Key }) => fold(Key)));
  if (keys.size < passed.length) throw invalidParameterValue("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  if (passed.some(({ Key }) => fold(Key).startsWith("aws:"))) throw invalidParameterValue("Tag keys that begin with aws: are reserved for AWS.");
  const inheritedKeys = new Set((caller?.transitiveTagKeys ?? []).map(fold));
  const inherited = (caller?.tags ?? []).filter(({ Key }) => inheritedKeys.has(fold(Key)));
  if (inherited.some(({ Key }) => keys.has(fold(Key)))) {
    throw invalidParameterValue("One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
  }
  if ((input.TransitiveTagKeys ?? []).some((key) => !keys.has(fold(key)))) {
    throw invalidParameterValue("The specified transitive tag key must be included in the requested tags.");
  }
  const tags = [...inherited, ...passed];
  const transitiveTagKeys = [...inherited.map(({ Key }) => Key), ...(input.TransitiveTagKeys ?? [])];
  if (tags.length > IAM_QUOTAS.tagsPerResource) throw invalidParameterValue("A session has at most 50 tags.");
  return { tags: tags.length > 0 ? tags : undefined, transitiveTagKeys: transitiveTagKeys.length > 0 ? transitiveTagKeys : undefined };
}

/** Unconfirmed: the space AWS allots to what is packed into a token, in bytes; it is not published. */
const ALLOTTED = 2_048;

/** How much of the space session policies and tags take, in percent; undefined when there are none. */
export function packedPercent({ policy, policyArns, tags }: Pick<Session, "policy" | "policyArns" | "tags">): number | undefined {
  if (policy === undefined && policyArns === undefined && tags === undefined) return undefined;
  const percent = Math.ceil((100 * packedSize({ policy, policyArns, tags })) / ALLOTTED);
  if (percent > 100) throw packedPolicyTooLarge(`Packed size of session tags consumes ${percent}% of allotted space.`);
  return percent;
}
