/** What an action does, as the Service Authorization Reference groups actions. */
export type AccessLevel = "list" | "read" | "write" | "tagging" | "permissions-management";

/** The type of a condition key's value; `many` where a request may carry several values. */
export interface ConditionKeyFacts {
  /** With its variable part, as in `aws:ResourceTag/${TagKey}`. */
  readonly key: string;
  readonly type: "string" | "arn" | "bool" | "numeric" | "date" | "ip-address";
  readonly many: boolean;
}

export interface ResourceTypeFacts {
  readonly name: string;
  /** With variable parts, as in `arn:${Partition}:s3:::${BucketName}`; a few types have two. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}

export interface ActionResourceFacts {
  readonly type: ResourceTypeFacts;
  /** A policy that names resources must name one of this type for the action to work. */
  readonly required: boolean;
  readonly conditionKeys: readonly ConditionKeyFacts[];
  readonly dependentActions: readonly string[];
}

export interface ActionFacts {
  /** In AWS's spelling, as in `s3:GetObject`. */
  readonly action: string;
  readonly access: AccessLevel;
  /** None: the action takes only `"Resource": "*"`. */
  readonly resourceTypes: readonly ActionResourceFacts[];
  /** Keys of the action itself; those of its resources are told there. */
  readonly conditionKeys: readonly ConditionKeyFacts[];
  /** Actions that the caller needs besides, as in `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

export interface ServiceFacts {
  /** As in the actions of the service: `s3`. */
  readonly prefix: string;
  readonly name: string;
  /** As in `security-identity-and-compliance`; empty where none is given. */
  readonly category: string;
  /** By name in small letters, without the prefix. */
  readonly actions: ReadonlyMap<string, ActionFacts>;
  readonly resourceTypes: readonly ResourceTypeFacts[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}
