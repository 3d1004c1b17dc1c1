import type { Inventory, Observed } from "../inventory/index.ts";
import type { Address } from "../ids/index.ts";
import type { Aws } from "../aws/index.ts";

/** Source: Organizations User Guide, "Quotas and service limits": the page warns that codes change over time. */
const QUOTA = { ServiceCode: "organizations", QuotaCode: "L-E619E033" } as const;

/**
 * How many accounts the organization may have, read only where accounts are to be created. Undefined where it cannot be
 * seen: then AWS says at the creation whether there is room.
 */
export async function readAccountQuota(aws: Aws, desired: Inventory, found: ReadonlyMap<Address, Observed>): Promise<number | undefined> {
  const isToCome = [...desired.values()].some((item) => item.kind === "account" && !item.management && item.state !== "closed" && !found.has(item.address));
  if (!isToCome) return undefined;
  try {
    return await askAccountQuota(aws);
  } catch {
    return undefined;
  }
}

export async function askAccountQuota(aws: Aws): Promise<number | undefined> {
  const { Quota } = await (await aws.serviceQuotas()).getServiceQuota(QUOTA);
  return Quota?.Value;
}
