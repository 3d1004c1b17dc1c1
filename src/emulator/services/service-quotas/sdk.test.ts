import { CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import {
  AssociateServiceQuotaTemplateCommand, GetRequestedServiceQuotaChangeCommand, GetServiceQuotaCommand, ListServicesCommand, RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { describe, expect, it } from "vitest";
import { manualClock, openEmulator } from "../../index.ts";

const ACCOUNTS = { ServiceCode: "organizations", QuotaCode: "L-E619E033" };

describe("Service Quotas through the SDK", () => {
  it("raises the number of accounts when AWS has had its time", async () => {
    const clock = manualClock(Date.UTC(2026, 0, 1));
    const emulator = await openEmulator({ seed: "quotas", clock });
    const config = { region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
    const client = new ServiceQuotasClient(config);
    await new OrganizationsClient(config).send(new CreateOrganizationCommand({}));
    const { RequestedQuota } = await client.send(new RequestServiceQuotaIncreaseCommand({ ...ACCOUNTS, DesiredValue: 100 }));
    expect(RequestedQuota).toMatchObject({ Status: "PENDING", DesiredValue: 100, Created: new Date(clock.now()) });
    clock.advance(3 * 3_600_000);
    const asked = await client.send(new GetRequestedServiceQuotaChangeCommand({ RequestId: RequestedQuota?.Id }));
    expect(asked.RequestedQuota?.Status).toBe("APPROVED");
    expect((await client.send(new GetServiceQuotaCommand(ACCOUNTS))).Quota?.Value).toBe(100);
    await expect(client.send(new ListServicesCommand({ MaxResults: 0 }))).rejects.toMatchObject({ name: "IllegalArgumentException" });
    await expect(client.send(new AssociateServiceQuotaTemplateCommand({}))).rejects.toMatchObject({ name: "NotImplemented" });
    await emulator.close();
  });
});
