import type { Handshake } from "@aws-sdk/client-organizations";
import { allPages, type Aws } from "../aws/index.ts";
import type { Address } from "../ids/index.ts";
import type { AllFeaturesRequest, Inventory, Observation, Observed } from "../inventory/index.ts";
import { invitationsOf } from "./accounts/invitations.ts";
import type { Reader } from "./reader.ts";

/** What waits for other people; asked for only where the file invites somebody, or the organization lacks features. */
export async function handshakesOf(reader: Reader, desired: Inventory, found: ReadonlyMap<Address, Observed>): Promise<Pick<Observation, "invitations" | "allFeatures">> {
  const invitations = await invitationsOf(reader.aws, desired, found);
  const allFeatures = (await reader.organization())?.FeatureSet === "CONSOLIDATED_BILLING" ? await allFeaturesOf(reader.aws) : undefined;
  return { ...(invitations.length === 0 ? {} : { invitations }), ...(allFeatures === undefined ? {} : { allFeatures }) };
}

/** The request to enable all features that is under way, and who has yet to agree; undefined where there is none. */
async function allFeaturesOf(aws: Aws): Promise<AllFeaturesRequest | undefined> {
  const [request] = (await handshakes(aws, { ActionType: "ENABLE_ALL_FEATURES" })).filter(isOpen);
  if (request?.Id === undefined) return undefined;
  const asked = (await handshakes(aws, { ParentHandshakeId: request.Id })).filter(isOpen);
  const unanswered = asked.flatMap(({ Parties = [] }) => Parties.flatMap(({ Type, Id }) => (Type === "ACCOUNT" && Id !== undefined ? [Id] : [])));
  return { handshakeId: request.Id, expiresAt: request.ExpirationTimestamp?.getTime() ?? 0, unanswered };
}

async function handshakes(aws: Aws, Filter: { ActionType: "ENABLE_ALL_FEATURES" } | { ParentHandshakeId: string }): Promise<Handshake[]> {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listHandshakesForOrganization({ Filter, NextToken }),
    (page) => page.Handshakes,
  );
}

const isOpen = ({ State }: Handshake): boolean => State === "OPEN" || State === "REQUESTED";
