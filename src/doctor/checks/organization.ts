import { type Check, fail, ok, warn } from "../check.ts";

/** The organization exists, with all features. */
export const organization: Check = {
  name: "organization",
  needs: ["credentials"],
  async run(scope) {
    const found = await scope.organization();
    if (found === undefined) return [warn("there is none yet; the first apply creates it", "landfall plan")];
    if (found.FeatureSet !== "ALL") return [fail(`${found.Id ?? ""} has consolidated billing only: AWS offers it no policies`, "aws organizations enable-all-features")];
    return [ok(`${found.Id ?? ""} has all features`)];
  },
};
