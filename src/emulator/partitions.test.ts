import { IAM } from "@aws-sdk/client-iam";
import { Organizations } from "@aws-sdk/client-organizations";
import { STS } from "@aws-sdk/client-sts";
import { expect, it } from "vitest";
import { openEmulator } from "./emulator.ts";

it("other partitions have organizations under their own names; what is not emulated there is refused by name", async () => {
  const emulator = await openEmulator();
  const settings = { region: "cn-northwest-1", requestHandler: emulator.requestHandler, credentials: emulator.credentials, maxAttempts: 1 };
  expect((await new STS(settings).getCallerIdentity({})).Arn).toBe("arn:aws-cn:iam::111111111111:user/admin");
  const { Organization } = await new Organizations(settings).createOrganization({});
  expect(Organization?.Arn).toMatch(/^arn:aws-cn:organizations::/);
  await expect(new IAM(settings).listUsers({})).rejects.toThrow("iam:ListUsers in the partition aws-cn");
  await expect(new STS({ ...settings, region: "moon-east-1" }).getCallerIdentity({})).rejects.toThrow(/region/i);
  await emulator.close();
});
