import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const HUB = "arn:aws:securityhub:eu-central-1:111111111111:hub/default";

export const protectSecurityHub = detection({
  name: "protect-securityhub",
  title: "Nobody inside an account switches Security Hub off or leaves its administrator",
  reason: "An account that is not in the picture looks as if all were well with it.",
  source: 'aws-samples, "service-control-policy-examples"; Security Hub User Guide, "Managing accounts with AWS Organizations"',
  sid: "SecurityHubGoesOn",
  actions: [
    "securityhub:DisableSecurityHub", "securityhub:DisableSecurityHubFeatureV2", "securityhub:DisableSecurityHubV2",
    "securityhub:DisassociateFromAdministratorAccount", "securityhub:DisassociateFromMasterAccount",
  ],
  leaves: ["Findings can still be marked as resolved by who works on them."],
  proof: [
    denied("an administrator cannot switch it off", "securityhub:DisableSecurityHub", HUB),
    denied("nor its second version", "securityhub:DisableSecurityHubV2", HUB),
    denied("nor can the root user", "securityhub:DisableSecurityHub", HUB, { principal: WHO.root }),
    denied("nor leave its administrator", "securityhub:DisassociateFromAdministratorAccount"),
    works("the account that administers it for all writes rules", "securityhub:CreateAutomationRule"),
    works("products and functions send findings", "securityhub:BatchImportFindings", "arn:aws:securityhub:eu-central-1:111111111111:product/111111111111/default", { principal: "arn:aws:iam::111111111111:role/scanner" }),
    works("people work on findings", "securityhub:BatchUpdateFindings", HUB),
    works("it is switched on", "securityhub:EnableSecurityHub", HUB),
    works("the baseline sets it up", "securityhub:UpdateSecurityHubConfiguration", HUB, { principal: WHO.stackSets }),
  ],
});
