import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const retains = (value: boolean) => ({ context: { "ram:RetainSharingOnAccountLeaveOrganization": String(value) } });

export const retainRamOnLeave: StatementGuardrail = {
  name: "retain-ram-on-leave",
  title: "Nothing is shared that would be cut off when an account moves to another organization",
  form: "scp",
  reason: "Accounts move straight between organizations. A share ends at that moment, and with it the subnets that machines run in, unless it says to be retained.",
  source: 'aws-samples, "cloud-operations-best-practices", account migration readiness; Resource Access Manager API Reference, CreateResourceShare',
  rows: [9],
  parameters: [],
  leaves: [
    "For organizations that are about to be joined or split; otherwise a share that outlives membership is a risk, which `deny-external-ram` speaks of.",
    "Shares that are there already.",
  ],
  statements: (settings) => [
    {
      Sid: "SharesOutliveMembership",
      Effect: "Deny",
      Action: "ram:CreateResourceShare",
      Resource: "*",
      Condition: { BoolIfExists: { "ram:RetainSharingOnAccountLeaveOrganization": "false" }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("no share is made that ends with membership", "ram:CreateResourceShare", undefined, retains(false)),
    denied("nor one that says nothing, which means the same", "ram:CreateResourceShare"),
    denied("nor by the root user", "ram:CreateResourceShare", undefined, { principal: WHO.root }),
    works("a share that is retained is made", "ram:CreateResourceShare", undefined, retains(true)),
    works("shares that are there take others in", "ram:AssociateResourceShare", "arn:aws:ram:eu-central-1:111111111111:resource-share/1", retains(false)),
  ],
};
