/** A task that SCPs do not restrict, where an IAM action names it. */
export interface ScpExemptTask {
  /** Every action of this service, in lower case. */
  readonly service: string;
  readonly onlyRootUser: boolean;
  readonly task: string;
}

/**
 * Source: Organizations User Guide, "Service control policies", "Tasks and entities not restricted by SCPs". Read
 * 2026-09-26. Trusted signers of CloudFront, reverse DNS for mail servers, Alexa Top Sites and the Product Marketing
 * API have no IAM action.
 * Unconfirmed: which actions are meant (open question scp-exempt-tasks).
 */
export const SCP_EXEMPT_TASKS: readonly ScpExemptTask[] = [
  { service: "supportplans", onlyRootUser: true, task: "Register for the Enterprise support plan as the root user" },
  { service: "awis", onlyRootUser: false, task: "Alexa Web Information Service" },
  { service: "mechanicalturk", onlyRootUser: false, task: "Amazon Mechanical Turk" },
];
