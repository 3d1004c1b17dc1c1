import type { Handshake } from "@aws-sdk/client-organizations";
import { allPages, type Aws, awsErrorName } from "../../aws/index.ts";
import type { Address } from "../../ids/index.ts";
import type { AccountItem, Inventory, Invitation, Observed } from "../../inventory/index.ts";
import { tagList } from "../tags.ts";

/**
 * The last invitation of each account that the file invites and that is not in the organization; AWS lists them for 30
 * days after they end. Where the file invites nobody who is not there, nothing is asked.
 */
export async function invitationsOf(aws: Aws, desired: Inventory, found: ReadonlyMap<Address, Observed>): Promise<Invitation[]> {
  const invited = [...desired.values()].filter((item): item is AccountItem => item.kind === "account" && item.invite === true && !found.has(item.address));
  if (invited.length === 0) return [];
  const ids = new Set(invited.map(({ statedId }) => statedId));
  const organizations = await aws.organizations();
  const handshakes = await allPages(
    (NextToken) => organizations.listHandshakesForOrganization({ Filter: { ActionType: "INVITE" }, NextToken }),
    (page) => page.Handshakes,
  );
  const latest = new Map<string, Invitation>();
  for (const handshake of handshakes.toSorted((a, b) => requestedAt(a) - requestedAt(b))) {
    const accountId = handshake.Parties?.find(({ Type }) => Type === "ACCOUNT")?.Id;
    if (accountId !== undefined && ids.has(accountId)) latest.set(accountId, invitationOf(handshake, accountId));
  }
  return [...latest.values()];
}

const requestedAt = ({ RequestedTimestamp }: Handshake): number => RequestedTimestamp?.getTime() ?? 0;

function invitationOf(handshake: Handshake, accountId: string): Invitation {
  const { Id: handshakeId = "", State, ExpirationTimestamp } = handshake;
  const state = State === "OPEN" || State === "REQUESTED" ? "open" : State === "DECLINED" ? "declined" : "ended";
  return { handshakeId, accountId, state, requestedAt: requestedAt(handshake), expiresAt: ExpirationTimestamp?.getTime() ?? 0 };
}

/**
 * Invites an account that is outside, another organization's included. Its tags wait with the invitation. One that
 * somebody else has invited meanwhile, by id or by e-mail address, is not invited twice.
 * Source: Organizations API Reference, InviteAccountToOrganization.
 */
export async function invite(aws: Aws, { statedId: Id = "", tags }: AccountItem): Promise<string> {
  try {
    await (await aws.organizations()).inviteAccountToOrganization({ Target: { Type: "ACCOUNT", Id }, Tags: tagList(tags) });
  } catch (error) {
    if (awsErrorName(error) !== "DuplicateHandshakeException") throw error;
  }
  return Id;
}
