import { awsErrorName } from "../../aws/index.ts";
import { type Check, ok, warn } from "../check.ts";

/** Whether Control Tower governs the organization: then what is its own is left alone. */
export const controlTower: Check = {
  name: "control tower",
  needs: ["organization"],
  async run(scope) {
    const hasAccess = (await scope.trustedAccess()).has("controltower.amazonaws.com");
    const hasRole = await (await scope.aws.iam()).getRole({ RoleName: "AWSControlTowerAdmin" }).then(
      () => true,
      () => false,
    );
    if (!hasAccess && !hasRole) return [ok("does not govern this organization")];
    const trace = hasAccess ? "it has trusted access" : "its role AWSControlTowerAdmin is there, though it has no trusted access";
    try {
      const { landingZones = [] } = await (await scope.aws.controlTower()).listLandingZones({});
      if (landingZones.length > 0) return [ok("governs this organization; its policies, OUs and accounts are left to it")];
      return [warn(`${trace}, and no landing zone is in ${scope.aws.homeRegion}`, "Where the landing zone is in another Region, landfall goes by the policies that Control Tower attached.")];
    } catch (error) {
      return [warn(`${trace}, and its register cannot be read (${awsErrorName(error)})`, "Allow controltower:ListLandingZones, GetLandingZone and ListEnabledBaselines:\nlandfall bootstrap --create")];
    }
  },
};
