import type { Aws } from "../aws/index.ts";
import { askAccountQuota } from "./account-quota.ts";
import { readFingerprint } from "./fingerprint/read.ts";

/** A way to AWS that makes each distinct call once, for as long as one reading of the organization takes. */
export interface Reading {
  readonly aws: Aws;
  /** How many calls of each operation there were when it began. */
  readonly before: Readonly<Record<string, number>>;
}

export const beginReading = (aws: Aws): Reading => ({ aws: aws.reading(), before: aws.calls() });

/**
 * Asks who calls and whether there is an organization, so that the reading finds the answers under way. No run of
 * landfall changes the first; if another makes the organization this very moment, creating it again is refused by AWS
 * and looked into. How many accounts there may be is asked too, though nobody knows yet whether one is to come: one call
 * for a round trip. A failure here is the failure of the reading.
 */
export function askAhead({ aws }: Reading): void {
  const asks: readonly (() => Promise<unknown>)[] = [
    async () => (await aws.sts()).getCallerIdentity({}),
    async () => (await aws.organizations()).describeOrganization({}),
    async () => readFingerprint(aws),
    async () => askAccountQuota(aws),
  ];
  for (const ask of asks) ask().catch(() => {});
}
