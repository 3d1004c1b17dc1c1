import { PARTITIONS } from "../../ids/index.ts";
import type { RequestContext } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { partitionNamed } from "../partitions.ts";

/**
 * A service with one endpoint for all Regions is asked in the Region of that endpoint, whatever a client signs for.
 * Source: IAM User Guide, "AWS global condition context keys", aws:RequestedRegion.
 */
export function globalRegion({ region }: Call): RequestContext {
  const partition = partitionNamed(region);
  return { "aws:RequestedRegion": PARTITIONS.find((facts) => facts.partition === partition)?.organizationsRegion ?? region };
}
