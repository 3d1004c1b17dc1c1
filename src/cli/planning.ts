import { knownRoles } from "../access/index.ts";
import { readLastRun } from "../apply/index.ts";
import type { Aws } from "../aws/index.ts";
import { type Diagnostic, type Emit, isError, LandfallError } from "../diagnostics/index.ts";
import { expand, type Inventory, NO_STATEMENTS, type Observation, type Statements, withPacksOf } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import { type KeptFingerprint, type LastRun, makePlan, type Plan } from "../plan/index.ts";
import { beginReading, COMPARERS, type Excludable, isExcluded, observe, readFingerprint, type Reading } from "../resources/index.ts";
import { judgedPlan, type KnownPeople } from "./judged-plan.ts";
import type { CheckedFile } from "./organization-file.ts";

export interface Planned {
  readonly plan: Plan;
  readonly desired: Inventory;
  readonly statements: Statements;
  readonly observation: Observation;
  /** What the runs of this project left, where that is remembered. */
  readonly last?: LastRun;
  /** What AWS keeps of the last run, wherever it was made. */
  readonly kept: KeptFingerprint;
}

export interface PlanRequest {
  readonly name: string;
  /** The folder of the organization file, which remembers the last run. */
  readonly folder?: string;
  readonly desired: Inventory;
  /** Whether guardrails stand in the packs in which they are to be, as in a plan that was made already. */
  readonly packed?: boolean;
  readonly statements?: Statements;
  readonly exclude: readonly string[];
  readonly findings: readonly Diagnostic[];
  readonly emit?: Emit;
  /** With it the plan says who gains and who loses access, and whom it would shut out. */
  readonly people?: KnownPeople;
  /** One that has begun already. */
  readonly reading?: Reading;
}

/** What a file declares, less the kinds that are left out. */
export function declared(organization: Organization, exclude: readonly string[]): Inventory {
  return new Map([...expand(organization)].filter(([, item]) => !isExcluded(item, exclude as readonly Excludable[])));
}

/** What the file says of those who work in accounts. */
export const peopleOf = (organization: Organization): KnownPeople => ({ roles: knownRoles(organization), exemptRoles: organization.exemptRoles ?? [] });

/** Reads AWS and plans. */
export async function planAgainst(aws: Aws, { name, folder, desired: wanted, packed = false, statements = NO_STATEMENTS, exclude, findings, emit, reading = beginReading(aws), people }: PlanRequest): Promise<Planned> {
  const observing = observe(aws, { desired: wanted, moved: statements.moved, remove: statements.remove, exclude: exclude as readonly Excludable[], emit, reading });
  const [observation, { kept }] = await Promise.all([observing, readFingerprint(reading.aws)]);
  const desired = packed ? wanted : withPacksOf(wanted, observation);
  const last = folder === undefined ? undefined : await readLastRun(folder, observation.managementAccountId);
  const plan = makePlan({ name, homeRegion: aws.homeRegion, desired, observation, statements, comparers: COMPARERS, findings, last, kept });
  return { plan: people === undefined ? plan : await judgedPlan(plan, desired, observation, people), desired, statements, observation, last, kept };
}

/** The organization of a file that may be planned; what is wrong with one that may not is thrown. */
export function usable(checked: CheckedFile): Organization {
  if (checked.stop === undefined && checked.organization !== undefined) return checked.organization;
  // Where the shape is wrong, `check` tells what else the rest lacks; here it would bury the reason.
  const told = checked.waiting === undefined ? checked.diagnostics : checked.diagnostics.filter(isError);
  throw new LandfallError(told, checked.stop ?? "usage");
}
