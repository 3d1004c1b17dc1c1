import { partitionOfRegion } from "../../ids/index.ts";
import type { Rule } from "../rule.ts";

export const regionPartition: Rule = {
  code: "LF2015",
  name: "region-partition",
  severity: "error",
  source: "AWS General Reference, Amazon Resource Names, partitions",
  check: ({ organization: { homeRegion, regions } }) => {
    const home = partitionOfRegion(homeRegion)?.partition;
    if (home === undefined) return [];
    return regions.flatMap((region, index) => {
      const partition = partitionOfRegion(region)?.partition;
      if (partition === undefined || partition === home) return [];
      const summary = `${region} is in the partition ${partition}, and the home Region ${homeRegion} in ${home}.`;
      return [{ path: ["regions", index], summary }];
    });
  },
};
