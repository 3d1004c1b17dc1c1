import type { Aws } from "../../../src/aws/index.ts";
import type { World } from "../../../src/emulator/world.ts";
import type { Policy } from "../../../src/organization/index.ts";
import { organizationIn } from "./view.ts";

const DOCUMENT = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "kms:Encrypt", Resource: "*" }] } as const;

/** An OU and a policy that others made by hand before the second organization, and what the file can say of them. */
export const BY_HAND = {
  ou: "Legacy",
  policy: "legacy-by-hand",
  declaredPolicy: { type: "scp", description: "by hand", document: DOCUMENT } satisfies Policy,
  addresses: ["ou:Legacy", "policy:scp/legacy-by-hand"],
  things: ["ou Legacy", "policy scp/legacy-by-hand"],
} as const;

/** Makes them as somebody with a console would. */
export async function makeByHand(aws: Aws, world: World): Promise<void> {
  const organizations = await aws.organizations();
  await organizations.createOrganizationalUnit({ ParentId: organizationIn(world)?.rootId, Name: BY_HAND.ou });
  await organizations.createPolicy({ Name: BY_HAND.policy, Description: "by hand", Type: "SERVICE_CONTROL_POLICY", Content: JSON.stringify(DOCUMENT) });
}
