import { allPages, type Aws, awsErrorName } from "../aws/index.ts";
import type { Address } from "../ids/index.ts";
import { type ControlTower, hasControlTower, isControlTowers, type Observed, ousWithItsPolicies } from "../inventory/index.ts";

/** What of the observation is Control Tower's, and what of it could not be read. */
export interface Governance {
  readonly controlTower?: ControlTower;
  readonly notRead: readonly string[];
  readonly remarks: readonly string[];
}

const NOT_GOVERNED: Governance = { notRead: [], remarks: [] };

/**
 * Recognizes an organization that Control Tower governs, and marks what is its own among the things found. It is asked
 * only where there is a trace of it; where it does not answer, its policies tell which OUs are registered.
 * Source: Control Tower API Reference, ListLandingZones, GetLandingZone, ListEnabledBaselines.
 */
export async function recognizeControlTower(aws: Aws, found: Map<Address, Observed>, addressOf: (id: string) => Address | undefined): Promise<Governance> {
  if (!hasControlTower(found)) return NOT_GOVERNED;
  for (const [address, observed] of found) if (isControlTowers(observed.item)) found.set(address, { ...observed, owner: "control-tower" });
  const inferred = ousWithItsPolicies(found);
  try {
    const register = await readRegister(aws, addressOf);
    if (register !== undefined) {
      const controlTower = { ...register, registered: new Set([...register.registered, ...inferred]) };
      return { controlTower, notRead: [], remarks: [`Control Tower governs ${register.registered.size} organizational units here; what is its own is left to it.`] };
    }
    return { controlTower: { registered: inferred, isRead: false }, notRead: [`Control Tower's register: it has no landing zone in ${aws.homeRegion}. ${INFERRED}`], remarks: [] };
  } catch (error) {
    return { controlTower: { registered: inferred, isRead: false }, notRead: [`Control Tower's register: it answered ${awsErrorName(error)}. ${INFERRED}`], remarks: [] };
  }
}

const INFERRED = "OUs that have its policies attached are taken for registered.";

/** Undefined where Control Tower has no landing zone in the home Region. */
async function readRegister(aws: Aws, addressOf: (id: string) => Address | undefined): Promise<ControlTower | undefined> {
  const controlTower = await aws.controlTower();
  const [arn] = (await controlTower.listLandingZones({})).landingZones ?? [];
  if (arn?.arn === undefined) return undefined;
  const [{ landingZone }, baselines] = await Promise.all([
    controlTower.getLandingZone({ landingZoneIdentifier: arn.arn }),
    allPages(
      async (nextToken) => {
        const page = await controlTower.listEnabledBaselines({ nextToken });
        return { ...page, NextToken: page.nextToken };
      },
      (page) => page.enabledBaselines,
    ),
  ]);
  const targets = baselines.map(({ targetIdentifier = "" }) => addressOf(targetIdentifier.split("/").at(-1) ?? ""));
  return {
    registered: new Set(targets.filter((address) => address?.startsWith("ou:") === true).map(String)),
    isRead: true,
    autoEnrolls: landingZone?.remediationTypes?.includes("INHERITANCE_DRIFT") ?? false,
  };
}
