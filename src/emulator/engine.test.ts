import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { CreateOrganizationCommand, DescribeOrganizationCommand, InviteAccountToOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { openEmulator } from "./index.ts";

const region = "eu-central-1";

describe("an SDK client in process", () => {
  it("is told who it is", async () => {
    const { requestHandler, credentials } = await openEmulator({ seed: "1" });
    const sts = new STSClient({ region, credentials, requestHandler });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "111111111111",
      Arn: "arn:aws:iam::111111111111:user/admin",
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
    });
  });

  it("creates an organization and reads it back", async () => {
    const { requestHandler, credentials } = await openEmulator();
    const organizations = new OrganizationsClient({ region, credentials, requestHandler });
    const created = await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    const described = await organizations.send(new DescribeOrganizationCommand({}));
    expect(described.Organization).toEqual(created.Organization);
  });

  it("is told by name which operation is not implemented", async () => {
    const { requestHandler, credentials } = await openEmulator();
    const organizations = new OrganizationsClient({ region, credentials, requestHandler });
    const invitation = organizations.send(new InviteAccountToOrganizationCommand({ Target: { Id: "a@example.com", Type: "EMAIL" } }));
    await expect(invitation).rejects.toMatchObject({
      name: "NotImplemented",
      message: "landfall's emulator does not implement organizations:InviteAccountToOrganization",
      $metadata: { attempts: 1 },
    });
  });
});
