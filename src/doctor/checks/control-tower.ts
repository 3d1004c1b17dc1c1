import { type Aws, awsErrorName } from "../../aws/index.ts";
import { someMembers } from "../members.ts";
import type { DoctorScope } from "../scope.ts";
import { type Check, type Finding, ok, warn } from "../check.ts";

/** Whether Control Tower governs the organization: then what is its own is left alone. */
export const controlTower: Check = {
  name: "control tower",
  needs: ["organization"],
  async run(scope) {
    const hasAccess = (await scope.trustedAccess()).has("controltower.amazonaws.com");
    const traces = [...(hasAccess ? ["it has trusted access"] : []), ...((await hasRole(scope.aws, "AWSControlTowerAdmin")) ? ["its role AWSControlTowerAdmin is there"] : []), ...(await enrolled(scope))];
    if (traces.length === 0) return [ok("does not govern this organization")];
    return [await register(scope, traces.join(", "), hasAccess)];
  },
};

async function register({ aws }: DoctorScope, traces: string, hasAccess: boolean): Promise<Finding> {
  try {
    const { landingZones = [] } = await (await aws.controlTower()).listLandingZones({});
    const lost = hasAccess ? "" : ", without trusted access, which it reports as drift";
    if (landingZones.length > 0) return hasAccess ? ok(`governs this organization (${traces}); what is its own is left to it`) : warn(`governs this organization (${traces})${lost}`, "Repair the landing zone in Control Tower.");
    return warn(`${traces}, and no landing zone is in ${aws.homeRegion}`, "Where the landing zone is in another Region, landfall goes by the policies that Control Tower attached.");
  } catch (error) {
    return warn(`${traces}, and its register cannot be read (${awsErrorName(error)})`, "Allow controltower:ListLandingZones, GetLandingZone and ListEnabledBaselines:\nlandfall bootstrap --create");
  }
}

/** In how many of a few member accounts Control Tower has its execution role: those are enrolled. */
async function enrolled(scope: DoctorScope): Promise<string[]> {
  const members = (await someMembers(scope)) ?? [];
  const found = await Promise.all(members.map(({ aws }) => hasRole(aws, "AWSControlTowerExecution")));
  const count = found.filter(Boolean).length;
  return count === 0 ? [] : [`${count} of ${members.length} accounts that were looked into are enrolled`];
}

/** Whether a role is there; one that cannot be asked about counts as absent. */
const hasRole = async (aws: Aws, RoleName: string): Promise<boolean> => {
  try {
    await (await aws.iam()).getRole({ RoleName });
    return true;
  } catch {
    return false;
  }
};
