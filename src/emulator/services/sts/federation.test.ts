import { AssumeRoleWithSAMLCommand, AssumeRoleWithWebIdentityCommand, DecodeAuthorizationMessageCommand } from "@aws-sdk/client-sts";
import { expect, it } from "vitest";
import { failure, Stage } from "../iam/testing/stage.ts";

it("what proves itself by tokens of others is refused by name, signed or not", async () => {
  const stage = await Stage.open();
  const RoleArn = "arn:aws:iam::111111111111:role/role";
  const web = new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: "s1", WebIdentityToken: "token" });
  expect(await failure(stage.sts().send(web))).toBe("NotImplemented: landfall's emulator does not implement sts:AssumeRoleWithWebIdentity");
  const saml = new AssumeRoleWithSAMLCommand({ RoleArn, PrincipalArn: "arn:aws:iam::111111111111:saml-provider/p", SAMLAssertion: "PHNhbWw+" });
  expect(await failure(stage.sts().send(saml))).toBe("NotImplemented: landfall's emulator does not implement sts:AssumeRoleWithSAML");
  expect(await failure(stage.sts().send(new DecodeAuthorizationMessageCommand({ EncodedMessage: "x" })))).toContain("NotImplemented");
});
