import { trustedAccessAddress } from "../ids/index.ts";
import type { AccountItem, Inventory, Invitation, Observation } from "../inventory/index.ts";
import { ACCOUNT_MANAGEMENT, ORGANIZATIONS_QUOTAS, personStepLink } from "../limits/index.ts";
import type { Awaited } from "./awaited.ts";
import type { YourStep } from "./plan.ts";

/** What only the owners of accounts can do: accept an invitation, and give back the code that AWS sends to a new mailbox. */
export function accountSteps({ waiting }: Pick<Awaited, "waiting">, desired: Inventory, observation: Observation, homeRegion: string): YourStep[] {
  const link = personStepLink({ page: "organizations/v2/home/accounts" }, homeRegion);
  return [
    ...waiting.map(({ account, invitation }) => ({ kind: "you" as const, link, ...invitationStep(account, invitation), holdsUp: [account.address] })),
    ...[...desired.values()].flatMap((item) => (item.kind === "account" ? emailStep(item, observation) : [])).map((step) => ({ kind: "you" as const, link, ...step })),
  ];
}

type Words = Pick<YourStep, "address" | "what" | "why" | "commands">;

function invitationStep({ address: account, statedId: id = "" }: AccountItem, { state, handshakeId, expiresAt }: Invitation): Words {
  const address = `you:invitation>${account}`;
  if (state === "declined") {
    return {
      address,
      what: `Talk to the owner of account ${id}, and invite it again`,
      why: "It declined the invitation, and landfall does not ask twice.",
      commands: [`aws organizations invite-account-to-organization --target Id=${id},Type=ACCOUNT`],
    };
  }
  return {
    address,
    what: `Have somebody of account ${id} accept the invitation, by ${new Date(expiresAt).toISOString().slice(0, 10)}`,
    why: `Only its owner can. One that comes from another organization must be ${ORGANIZATIONS_QUOTAS.minimumAgeToRemoveDays} days old, and this organization ${ORGANIZATIONS_QUOTAS.minimumAgeToReceiveDays}. AWS makes no role in it for this organization.`,
    commands: [`aws organizations accept-handshake --handshake-id ${handshakeId}`],
  };
}

/**
 * Source: Account Management Reference Guide, StartPrimaryEmailUpdate and AcceptPrimaryEmailUpdate. Only an address
 * that the file states itself is meant to change one.
 */
function emailStep({ address, email, emailStated, state }: AccountItem, { items }: Observation): (Words & Pick<YourStep, "holdsUp">)[] {
  const observed = items.get(address);
  if (emailStated !== true || state === "closed" || observed?.item.kind !== "account" || observed.item.email.toLowerCase() === email.toLowerCase()) return [];
  const about = `--account-id ${observed.id} --primary-email '${email}'`;
  const trust = items.has(trustedAccessAddress(ACCOUNT_MANAGEMENT)) ? "" : ` Name ${ACCOUNT_MANAGEMENT} in trustedAccess and apply that first.`;
  return [
    {
      address: `you:email>${address}`,
      what: `Give account ${observed.id} the e-mail address ${email}, with the code that AWS sends there`,
      why: `AWS has ${observed.item.email}, and changes it only for who reads the new mailbox.${trust}`,
      commands: [`aws account start-primary-email-update ${about}`, `aws account accept-primary-email-update ${about} --otp CODE`],
      holdsUp: [address],
    },
  ];
}
