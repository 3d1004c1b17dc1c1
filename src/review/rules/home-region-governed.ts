import type { Rule } from "../rule.ts";

export const homeRegionGoverned: Rule = {
  code: "LF2016",
  name: "home-region-governed",
  severity: "error",
  source: "Organization.regions: the home Region is among them",
  check: ({ organization: { homeRegion, regions } }) =>
    regions.includes(homeRegion)
      ? []
      : [{ path: ["regions"], summary: `The home Region ${homeRegion} is not among the governed Regions.` }],
};
