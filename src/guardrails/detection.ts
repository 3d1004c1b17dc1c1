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

/** The account that administers the service for all others has to go on tuning it, so nothing of that is denied here. */
const TUNING = "What makes the service look away without switching it off is for `protect-detection-settings`. This one may stand at the root, above the account that administers the service, too.";

/** Source of what all have in common: aws-samples, "service-control-policy-examples", security services. */
export const detection = ({ sid, actions, leaves, ...about }: Detection): StatementGuardrail => ({
  ...about,
  form: "scp",
  rows: [67, 111],
  parameters: [],
  leaves: [TUNING, ...leaves],
  statements: (settings) => [{ Sid: sid, Effect: "Deny", Action: actions, Resource: "*", Condition: unlessExempt(settings) }],
});
