import type { Finding } from "../finding.ts";
import type { Step } from "./gate.ts";

/** What may grant a request, and what may limit the grant. */
export interface GrantingSteps {
  readonly resource: Step;
  /** Absent for callers that belong to no account: services, federated and anonymous ones. */
  readonly own?: OwnSteps;
}

/** The policies of the principal itself. */
export interface OwnSteps {
  readonly identity: Step;
  readonly boundary?: Step;
  readonly session?: Step;
}

export interface Granted {
  readonly finding: Finding;
  /** The steps that the request has to pass. */
  readonly required: ReadonlySet<Step>;
}

export const stepsOf = ({ identity, boundary, session }: OwnSteps): Step[] => [identity, boundary, session].filter((step) => step !== undefined);
