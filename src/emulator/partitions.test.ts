import { IAM } from "@aws-sdk/client-iam";
import { Organizations } from "@aws-sdk/client-organizations";
import { STS } from "@aws-sdk/client-sts";
import { expect, it } from "vitest";
import { prepare } from "./decision.ts";
import { openEmulator } from "./emulator.ts";
import { memoryWorld } from "./services/organizations/testing/memory-world.ts";

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

it("policies of another partition name principals as it does", () => {
  const session = { kind: "role", issuerArn: "arn:aws:iam::111111111111:role/teams/admin", issuerId: "R", issuedAt: 0 } as const;
  const principal = { accountId: "111111111111", arn: "arn:aws:sts::111111111111:assumed-role/admin/s", userId: "R:s", session };
  const { request } = prepare({ world: memoryWorld(), principal, region: "us-gov-west-1", now: 0 }, { action: "organizations:ListRoots" });
  expect(request.principal).toMatchObject({ arn: "arn:aws-us-gov:sts::111111111111:assumed-role/admin/s", roleArn: "arn:aws-us-gov:iam::111111111111:role/teams/admin" });
  expect(request.context["aws:PrincipalArn"]).toBe("arn:aws-us-gov:iam::111111111111:role/teams/admin");
});
