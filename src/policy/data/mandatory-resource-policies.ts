/**
 * Where the resource's policy must allow even inside one account, directly or by naming the account, which leaves it to
 * identity policies. Source: IAM User Guide, "Policy evaluation logic": "Exceptions: IAM role trust policies and KMS
 * key policies". Other services may insist too (open question mandatory-resource-policy).
 */
export interface MandatoryResourcePolicy {
  /** In lower case. */
  readonly service: string;
  /** Names of actions, in lower case; every action of the service when absent. */
  readonly actions?: ReadonlySet<string>;
  /** What the ARN of such a resource has in it. */
  readonly resourceHas: string;
}

export const MANDATORY_RESOURCE_POLICIES: readonly MandatoryResourcePolicy[] = [
  { service: "kms", resourceHas: ":key/" },
  {
    service: "sts",
    actions: new Set(["assumerole", "assumerolewithsaml", "assumerolewithwebidentity", "tagsession", "setsourceidentity", "setcontext"]),
    resourceHas: ":role/",
  },
];
