import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

export const protectInspector = detection({
  name: "protect-inspector",
  title: "Nobody inside an account switches Inspector off",
  reason: "Known holes are found by everybody who looks; whoever runs the account should not be the one who decides not to.",
  source: 'Inspector User Guide, "Managing multiple accounts with AWS Organizations" and "Suppressing findings"',
  sid: "InspectorGoesOn",
  actions: ["inspector2:Disable"],
  leaves: ["A machine whose Systems Manager agent is stopped is not inspected any more."],
  proof: [
    denied("an administrator cannot switch it off", "inspector2:Disable"),
    denied("nor can the root user", "inspector2:Disable", undefined, { principal: WHO.root }),
    works("the account that administers it for all suppresses what it knows", "inspector2:CreateFilter", "arn:aws:inspector2:eu-central-1:111111111111:owner/111111111111/filter/known"),
    works("people read findings", "inspector2:ListFindings"),
    works("it is switched on", "inspector2:Enable"),
    works("a list of what runs is exported", "inspector2:CreateSbomExport"),
    works("the baseline sets it up", "inspector2:UpdateConfiguration", undefined, { principal: WHO.stackSets }),
  ],
});
