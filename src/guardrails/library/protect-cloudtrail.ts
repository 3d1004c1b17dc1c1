import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, WHO, works } from "../proof.ts";

const TRAIL = "arn:aws:cloudtrail:eu-central-1:111111111111:trail/audit";
const STORE = "arn:aws:cloudtrail:eu-central-1:111111111111:eventdatastore/audit";

export const protectCloudTrail: StatementGuardrail = {
  name: "protect-cloudtrail",
  title: "Nobody inside an account stops, narrows or deletes its trails",
  form: "scp",
  reason: "The first thing to do after breaking in is to switch the recording off. A trail that records less is as good as none, so selectors are kept too.",
  source: 'aws-samples, "service-control-policy-examples"; CloudTrail User Guide, "Creating a trail for an organization"',
  rows: [67, 108, 111],
  parameters: [
    { name: "trails", kind: "strings", default: ["*"], example: ["landfall-*"], description: "Names of the trails that are kept; give fewer where teams have trails of their own to change." },
  ],
  leaves: [
    "The trail of the organization is out of the members' reach already; this is about local trails and event data stores.",
    "What is in the bucket is for `protect-log-archive` and `keep-archived-logs`.",
    "A bucket or key policy that no longer lets CloudTrail write silences a trail as well: keep both in the log archive account.",
  ],
  statements: (settings) => [
    {
      Sid: "TrailsGoOn",
      Effect: "Deny",
      Action: [
        "cloudtrail:AddTags", "cloudtrail:DeleteChannel", "cloudtrail:DeleteEventDataStore", "cloudtrail:DeleteTrail",
        "cloudtrail:DisableFederation", "cloudtrail:PutEventConfiguration", "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors", "cloudtrail:RemoveTags", "cloudtrail:StopEventDataStoreIngestion", "cloudtrail:StopLogging",
        "cloudtrail:UpdateChannel", "cloudtrail:UpdateEventDataStore", "cloudtrail:UpdateTrail",
      ],
      Resource: ["channel/*", "eventdatastore/*", ...textsOf(settings, "trails").map((name) => `trail/${name}`)].map((one) => `arn:${settings.partition}:cloudtrail:*:*:${one}`),
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator cannot stop a trail", "cloudtrail:StopLogging", TRAIL),
    denied("nor delete it", "cloudtrail:DeleteTrail", TRAIL),
    denied("nor send it to another bucket", "cloudtrail:UpdateTrail", TRAIL),
    denied("nor narrow what it records", "cloudtrail:PutEventSelectors", TRAIL),
    denied("nor can the root user", "cloudtrail:StopLogging", TRAIL, { principal: WHO.root }),
    denied("nor a stack that acts with the administrator's session", "cloudtrail:DeleteTrail", TRAIL, { context: { "aws:ViaAWSService": "true", "aws:CalledVia": ["cloudformation.amazonaws.com"] } }),
    denied("an event data store goes on as well", "cloudtrail:StopEventDataStoreIngestion", STORE),
    denied("nor does it stop seeing what is unusual", "cloudtrail:PutInsightSelectors", STORE),
    denied("nor is a channel that brings it events cut", "cloudtrail:DeleteChannel", "arn:aws:cloudtrail:eu-central-1:111111111111:channel/1"),
    works("people look events up", "cloudtrail:LookupEvents"),
    works("a trail that was stopped is started again", "cloudtrail:StartLogging", TRAIL),
    works("a team makes a trail of its own", "cloudtrail:CreateTrail", "arn:aws:cloudtrail:eu-central-1:111111111111:trail/team"),
    works("and changes it, where only the others are kept", "cloudtrail:UpdateTrail", "arn:aws:cloudtrail:eu-central-1:111111111111:trail/team", { parameters: { trails: ["landfall-*"] } }),
    works("the baseline is rolled out", "cloudtrail:UpdateTrail", TRAIL, { principal: WHO.stackSets }),
  ],
};
