import { REGIONS } from "../../limits/index.ts";
import { type Check, fail, ok, warn } from "../check.ts";

/** The home Region, where the lock lies. */
export const region: Check = {
  name: "region",
  needs: [],
  async run({ input: { aws, file } }) {
    if (aws === undefined) return [fail("the home Region is not known", "Name it with --home-region, or write homeRegion into the organization file.", "usage")];
    const { homeRegion } = aws;
    const declared = file?.organization?.homeRegion;
    if (declared !== undefined && declared !== homeRegion) return [warn(`${homeRegion} was asked for, but the file's home Region is ${declared}: the lock of others is not seen`, "Leave out --home-region.")];
    return [REGIONS.includes(homeRegion) ? ok(homeRegion) : warn(`${homeRegion} is no Region that landfall knows`, "Correct homeRegion if it is misspelled.")];
  },
};
