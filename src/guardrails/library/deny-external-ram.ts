import type { ConditionBlock, PolicyStatement } from "../../policy/index.ts";
import { unlessExempt } from "../exempt.ts";
import type { GuardrailSettings, StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const SHARE = `arn:aws:ram:eu-central-1:${MEMBER}:resource-share/1`;
const asks = (external: boolean) => ({ context: { "ram:RequestedAllowsExternalPrincipals": String(external) } });
const has = (external: boolean) => ({ context: { "ram:AllowsExternalPrincipals": String(external) } });

const open = (sid: string, action: string, condition: ConditionBlock, settings: GuardrailSettings): PolicyStatement => ({
  Sid: sid,
  Effect: "Deny",
  Action: action,
  Resource: "*",
  Condition: { ...condition, ...unlessExempt(settings) },
});

/**
 * A share that is created without a word may be given to anybody, so creating has to say no; a change of a share that
 * does not mention it leaves it as it is and is let through.
 */
export const denyExternalRam: StatementGuardrail = {
  name: "deny-external-ram",
  title: "Nothing is shared through Resource Access Manager outside of the organization",
  form: "scp",
  reason: "A share of a subnet or a transit gateway with another organization is a hole in the network that no firewall shows.",
  source: 'Resource Access Manager User Guide, "Example service control policies"; aws-samples, "service-control-policy-examples"',
  rows: [2, 9, 51],
  parameters: [],
  leaves: [
    "Shares that others were let into before; they stay, but take nobody in any more.",
    "Policies that a service takes directly and of which Resource Access Manager makes a share, such as those of Network Firewall and of Resolver's rules; the role that shares inside the organization needs the same actions.",
    "Partners: let a role among `exemptRoles` make their share.",
    "Unconfirmed: that a request to create which does not mention it carries no key. If AWS fills in true, it comes to the same.",
  ],
  statements: (settings) => [
    open("NoShareForOthers", "ram:CreateResourceShare", { BoolIfExists: { "ram:RequestedAllowsExternalPrincipals": "true" } }, settings),
    open("NoShareOpened", "ram:UpdateResourceShare", { Bool: { "ram:RequestedAllowsExternalPrincipals": "true" } }, settings),
    open("NobodyAddedToOpenShares", "ram:AssociateResourceShare", { Bool: { "ram:AllowsExternalPrincipals": "true" } }, settings),
  ],
  proof: [
    denied("no share is made that others may be let into", "ram:CreateResourceShare", undefined, asks(true)),
    denied("nor one that says nothing, which means the same", "ram:CreateResourceShare"),
    denied("none is opened later", "ram:UpdateResourceShare", SHARE, asks(true)),
    denied("nobody is added to one that is open", "ram:AssociateResourceShare", SHARE, has(true)),
    denied("nor by the root user", "ram:CreateResourceShare", undefined, { ...asks(true), principal: WHO.root }),
    works("a share inside the organization is made", "ram:CreateResourceShare", undefined, asks(false)),
    works("others of the organization are added", "ram:AssociateResourceShare", SHARE, has(false)),
    works("a share is given another name", "ram:UpdateResourceShare", SHARE),
    works("a share is closed", "ram:UpdateResourceShare", SHARE, asks(false)),
    works("what others share is taken", "ram:AcceptResourceShareInvitation", `arn:aws:ram:eu-central-1:222222222222:resource-share-invitation/1`),
    works("others are taken out", "ram:DisassociateResourceShare", SHARE, has(true)),
  ],
};
