import type { World } from "../../../world.ts";
import { arnOf } from "../arns.ts";
import { organizationsTable } from "../state.ts";
import type { HandshakeRecord } from "./state.ts";

/** A handshake as the API shows it. Its organization appears among the parties without the `o-` of its id. */
export function describeHandshake(world: World, handshake: HandshakeRecord) {
  const organization = organizationsTable(world).get(handshake.organizationId);
  return {
    Id: handshake.id,
    Arn: organization && arnOf(organization, "handshake", handshake.action.toLowerCase(), handshake.id),
    Parties: [{ Id: handshake.organizationId.slice(2), Type: "ORGANIZATION" }, ...(handshake.recipient === undefined ? [] : [handshake.recipient])],
    State: handshake.state,
    RequestedTimestamp: new Date(handshake.requestedAt),
    ExpirationTimestamp: new Date(handshake.expiresAt),
    Action: handshake.action,
    Resources: handshake.resources,
  };
}
