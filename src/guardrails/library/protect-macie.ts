import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const LIST = "arn:aws:macie2:eu-central-1:111111111111:allow-list/quiet";

export const protectMacie = detection({
  name: "protect-macie",
  title: "Nobody inside an account switches Macie off or makes it look away",
  reason: "Macie knows which buckets hold personal data. Allow lists and filters that suppress findings make it blind without a trace.",
  source: 'aws-samples, "service-control-policy-examples"; Macie User Guide, "Managing multiple accounts with AWS Organizations"',
  sid: "MacieGoesOn",
  actions: [
    "macie2:BatchUpdateAutomatedDiscoveryAccounts", "macie2:CreateAllowList", "macie2:CreateFindingsFilter", "macie2:DeleteMember",
    "macie2:DisableMacie", "macie2:DisassociateFromAdministratorAccount", "macie2:DisassociateFromMasterAccount",
    "macie2:DisassociateMember", "macie2:PutClassificationExportConfiguration", "macie2:PutFindingsPublicationConfiguration",
    "macie2:UpdateAllowList", "macie2:UpdateAutomatedDiscoveryConfiguration", "macie2:UpdateClassificationScope",
    "macie2:UpdateFindingsFilter", "macie2:UpdateMacieSession",
  ],
  leaves: ["A bucket policy that keeps Macie's role out is not stopped."],
  proof: [
    denied("an administrator cannot switch it off", "macie2:DisableMacie"),
    denied("nor pause it", "macie2:UpdateMacieSession"),
    denied("nor leave the administrator account", "macie2:DisassociateFromAdministratorAccount"),
    denied("nor have it ignore texts", "macie2:CreateAllowList", LIST),
    denied("nor can the root user", "macie2:DisableMacie", undefined, { principal: WHO.root }),
    works("people read findings", "macie2:GetFindings"),
    works("it is switched on", "macie2:EnableMacie"),
    works("a search for data is started", "macie2:CreateClassificationJob", "arn:aws:macie2:eu-central-1:111111111111:classification-job/1"),
    works("the baseline sets it up", "macie2:UpdateMacieSession", undefined, { principal: WHO.stackSets }),
  ],
});
