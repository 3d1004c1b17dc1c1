import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const ACCOUNT = "arn:aws:account::111111111111:account";
const region = { context: { "account:TargetRegion": "me-south-1" } };

export const denyRegionEnable: StatementGuardrail = {
  name: "deny-region-enable",
  title: "No account switches Regions on or off for itself",
  form: "scp",
  reason: "A Region that is switched on has to be watched, and one that is switched off takes what runs there out of reach.",
  source: 'aws-samples, "service-control-policy-examples"; Account Management Reference Guide, "Enable or disable AWS Regions"',
  rows: [68, 105],
  parameters: [],
  leaves: ["Regions that every account has from the start cannot be switched off, and are for `region-allow-list`.", "The management account may switch Regions of members on."],
  statements: (settings) => [
    { Sid: "RegionsStay", Effect: "Deny", Action: ["account:DisableRegion", "account:EnableRegion"], Resource: "*", Condition: unlessExempt(settings) },
  ],
  proof: [
    denied("an administrator switches no Region on", "account:EnableRegion", ACCOUNT, region),
    denied("nor off", "account:DisableRegion", ACCOUNT, region),
    denied("the root user cannot either", "account:EnableRegion", ACCOUNT, { ...region, principal: WHO.root }),
    works("everybody sees which Regions are on", "account:ListRegions", ACCOUNT),
    works("landfall switches a Region on", "account:EnableRegion", ACCOUNT, { ...region, principal: WHO.landfall }),
    works("the management account does so for a member", "account:EnableRegion", ACCOUNT, { ...region, principal: WHO.management }),
  ],
};
