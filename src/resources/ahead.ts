import { attachmentsAhead } from "./attachments.ts";
import { administrators, delegatedServices } from "./delegated-administrators.ts";
import { describeDelegation } from "./delegation-policy.ts";
import type { Excludable } from "./excluded.ts";
import { likelyPolicyTypes, policyContent, policySummaries } from "./policies.ts";
import type { Reader } from "./reader.ts";
import { enabledServices } from "./trusted-access.ts";

/**
 * Starts at once what the kinds ask one after the other. Each distinct call is made once, so they find their answers
 * under way, and an organization is read in as many round trips as its deepest chain has. A failure here is the
 * failure of the kind that asks the same.
 */
export function readAhead(reader: Reader, exclude: readonly Excludable[]): void {
  const reads: readonly (() => Promise<unknown>)[] = [
    () => reader.units(),
    () => reader.accounts(),
    () => reader.tags(""),
    () => enabledServices(reader),
    () => delegationsAhead(reader),
    () => describeDelegation(reader.aws),
    ...(exclude.includes("policy") ? [] : [() => policiesAhead(reader)]),
    ...(exclude.includes("policy") || exclude.includes("attachment") ? [] : [() => attachmentsAhead(reader)]),
  ];
  for (const read of reads) read().catch(() => {});
}

async function policiesAhead(reader: Reader): Promise<void> {
  const lists = await Promise.all((await likelyPolicyTypes(reader)).map(({ type }) => policySummaries(reader.aws, type)));
  await Promise.all(lists.flat().filter(({ AwsManaged }) => AwsManaged !== true).map(({ Id = "" }) => policyContent(reader.aws, Id)));
}

async function delegationsAhead(reader: Reader): Promise<void> {
  await Promise.all((await administrators(reader)).map(({ Id = "" }) => delegatedServices(reader, Id)));
}
