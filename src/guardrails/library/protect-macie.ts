import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const LIST = "arn:aws:macie2:eu-central-1:111111111111:allow-list/quiet";

export const protectMacie = detection({
  name: "protect-macie",
  title: "Nobody inside an account switches Macie off or leaves its administrator",
  reason: "Macie knows which buckets hold personal data. What it no longer looks at, nobody does.",
  source: 'aws-samples, "service-control-policy-examples"; Macie User Guide, "Managing multiple accounts with AWS Organizations"',
  sid: "MacieGoesOn",
  actions: ["macie2:DisableMacie", "macie2:DisassociateFromAdministratorAccount", "macie2:DisassociateFromMasterAccount"],
  leaves: ["A bucket policy that keeps Macie's role out is not stopped."],
  proof: [
    denied("an administrator cannot switch it off", "macie2:DisableMacie"),
    denied("nor leave the administrator account", "macie2:DisassociateFromAdministratorAccount"),
    denied("nor can the root user", "macie2:DisableMacie", undefined, { principal: WHO.root }),
    works("the account that administers it for all lists what is harmless", "macie2:CreateAllowList", LIST),
    works("people read findings", "macie2:GetFindings"),
    works("it is switched on", "macie2:EnableMacie"),
    works("a search for data is started", "macie2:CreateClassificationJob", "arn:aws:macie2:eu-central-1:111111111111:classification-job/1"),
    works("the baseline sets it up", "macie2:UpdateMacieSession", undefined, { principal: WHO.stackSets }),
  ],
});
