import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const ANALYZER = "arn:aws:access-analyzer:eu-central-1:111111111111:analyzer/landfall";

export const protectAccessAnalyzer = detection({
  name: "protect-access-analyzer",
  title: "Nobody inside an account deletes IAM Access Analyzer's analyzers",
  reason: "Analyzers find what is shared with the outside.",
  source: 'aws-samples, "service-control-policy-examples"; IAM User Guide, "Using IAM Access Analyzer"',
  sid: "AnalyzersGoOn",
  actions: ["access-analyzer:DeleteAnalyzer", "access-analyzer:DeleteServiceLinkedAnalyzer"],
  leaves: ["Single findings may still be archived by hand."],
  proof: [
    denied("an administrator cannot delete an analyzer", "access-analyzer:DeleteAnalyzer", ANALYZER),
    denied("nor can the root user", "access-analyzer:DeleteAnalyzer", ANALYZER, { principal: WHO.root }),
    works("the account that administers it for all archives what it knows", "access-analyzer:CreateArchiveRule", `${ANALYZER}/archive-rule/known`),
    works("people read findings", "access-analyzer:ListFindings", ANALYZER),
    works("policies are checked before they are used", "access-analyzer:CheckNoNewAccess"),
    works("an analyzer is made", "access-analyzer:CreateAnalyzer", ANALYZER),
    works("the baseline changes its own", "access-analyzer:UpdateAnalyzer", ANALYZER, { principal: WHO.stackSets }),
  ],
});
