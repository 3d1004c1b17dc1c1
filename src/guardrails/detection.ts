import { unlessExempt } from "./exempt.ts";
import type { RequestCase, StatementGuardrail } from "./guardrail.ts";

/** What guardrails that keep a security service running have in common. */
export interface Detection {
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  readonly source: string;
  readonly sid: string;
  readonly actions: readonly string[];
  readonly leaves: readonly string[];
  readonly proof: readonly RequestCase[];
}

/** The account that administers the service for the organization has to do some of the same calls for its members. */
const ADMINISTRATOR = "Not for the account that administers the service for the organization: it manages members with some of the same calls. Attach it to the OUs of workloads and sandboxes, or name the administrators' role among `exemptRoles`.";

/** Source of what all have in common: aws-samples, "service-control-policy-examples", security services. */
export const detection = ({ sid, actions, leaves, ...about }: Detection): StatementGuardrail => ({
  ...about,
  form: "scp",
  rows: [67, 111],
  parameters: [],
  leaves: [ADMINISTRATOR, ...leaves],
  statements: (settings) => [{ Sid: sid, Effect: "Deny", Action: actions, Resource: "*", Condition: unlessExempt(settings) }],
});
