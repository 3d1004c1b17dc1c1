import {
  AttachPolicyCommand, CreateOrganizationCommand, CreatePolicyCommand, DescribeEffectivePolicyCommand, EffectivePolicyNotFoundException, EnableAWSServiceAccessCommand,
  EnablePolicyTypeCommand, ListEffectivePolicyValidationErrorsCommand, ListRootsCommand, MalformedPolicyDocumentException, OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { manualClock, openEmulator } from "../../../index.ts";

const PolicyType = "SECURITYHUB_POLICY";

describe("effective policies through the SDK", () => {
  it("come of trusted access, an enabled type and an attached policy", async () => {
    const clock = manualClock(Date.UTC(2026, 0, 1));
    const emulator = await openEmulator({ seed: "effective", clock, throttle: false });
    const client = new OrganizationsClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
    await client.send(new CreateOrganizationCommand({}));
    const RootId = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id;
    const enable = new EnablePolicyTypeCommand({ RootId, PolicyType });
    await expect(client.send(enable)).rejects.toMatchObject({ name: "ConstraintViolationException", Reason: "SERVICE_ACCESS_NOT_ENABLED" });
    await client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal: "securityhub.amazonaws.com" }));
    await client.send(enable);
    const describeOwn = new DescribeEffectivePolicyCommand({ PolicyType });
    await expect(client.send(describeOwn)).rejects.toBeInstanceOf(EffectivePolicyNotFoundException);
    clock.advance(6_000);
    const create = (Content: string) => client.send(new CreatePolicyCommand({ Type: PolicyType, Name: "hub", Description: "", Content }));
    await expect(create('{"securityhub":{"enable_in_regions":["us-east-1"]}}')).rejects.toBeInstanceOf(MalformedPolicyDocumentException);
    const created = await create('{"securityhub":{"enable_in_regions":{"@@append":["ALL_SUPPORTED"]}}}');
    await client.send(new AttachPolicyCommand({ PolicyId: created.Policy?.PolicySummary?.Id, TargetId: RootId }));
    const { EffectivePolicy } = await client.send(describeOwn);
    expect(EffectivePolicy).toEqual({
      PolicyContent: '{"securityhub":{"enable_in_regions":["ALL_SUPPORTED"]}}',
      LastUpdatedTimestamp: new Date(clock.now()),
      TargetId: emulator.managementAccountId,
      PolicyType,
    });
    const errors = await client.send(new ListEffectivePolicyValidationErrorsCommand({ AccountId: emulator.managementAccountId, PolicyType }));
    expect(errors.EffectivePolicyValidationErrors).toMatchObject([{ ErrorCode: "KEY_REQUIRED", PathToError: "securityhub" }]);
    await emulator.close();
  });
});
