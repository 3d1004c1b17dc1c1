import { type Partition, partitionOfRegion } from "../ids/index.ts";

/** The partition of the Region a request was signed for; signatures for Regions of no known form are refused before. */
export const partitionNamed = (region: string): Partition => partitionOfRegion(region)?.partition ?? "aws";

/** The services whose names and answers follow the partition. The others are emulated in the partition `aws` only. */
const IN_EVERY_PARTITION: ReadonlySet<string> = new Set(["organizations", "resource-groups-tagging-api", "ssm"]);

/** Whether an operation behaves in a partition, or is refused there by name. */
export const isOfferedIn = (partition: Partition, serviceId: string, operation: string): boolean =>
  partition === "aws" || IN_EVERY_PARTITION.has(serviceId) || (serviceId === "sts" && operation === "GetCallerIdentity");

/** The emulator keeps every identity under the partition `aws`; this is its name as another partition gives it. */
export const arnIn = (partition: Partition, arn: string): string => (partition === "aws" ? arn : arn.replace(/^arn:aws:/, `arn:${partition}:`));
