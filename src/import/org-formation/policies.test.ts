import { describe, expect, it } from "vitest";
import { policyTypeFacts } from "../../limits/index.ts";
import { leftOf } from "../lza/testing/configuration.ts";
import { account, importTemplate, ou, scp } from "./testing/template.ts";

const SHOP = account("Shop", "Shop", "      Alias: acme-shop\n      Tags:\n        cost: '7'\n        logs: arn:aws:s3:::logs\n");

describe("policies of an org-formation template", () => {
  it("get the names, aliases and tags that functions ask for", async () => {
    const { files } = await importTemplate(`${SHOP}${scp("P", "p", "[!Sub 'arn:aws:s3:::${Shop.Alias}-${Shop.Tags.cost}/${!aws}/${aws:username}', !GetAtt Shop.Tags.logs]")}`);
    expect(JSON.parse(files[0]?.text ?? "")).toMatchObject({ Statement: [{ Resource: ["arn:aws:s3:::acme-shop-7/${aws}/${aws:username}", "arn:aws:s3:::logs"] }] });
  });

  it("are left when they need an id, or what nothing gives", async () => {
    const why = async (resource: string): Promise<string> => leftOf(await importTemplate(SHOP + scp("P", "p", resource)), "policy")[0] ?? "";
    expect(await why("!Sub 'arn:aws:iam::${Shop}:root'")).toMatch(/needs the id of Shop/);
    expect(await why("!Ref None")).toMatch(/no resource None/);
    expect(await why("!GetAtt Shop.Color")).toMatch(/gives Shop no Color/);
    expect(await why("!Join ['', [a]]")).toMatch(/!Join is not evaluated/);
    expect(await why("{ 'Fn::Join': ['', [a]] }")).toMatch(/not evaluated/);
  });

  it("keep an id that YAML reads as a number", async () => {
    const { files } = await importTemplate(scp("P", "p", "'*'\n            Condition: { StringEquals: { 'aws:PrincipalAccount': 012345678901 } }"));
    expect(files[0]?.text).toContain('"012345678901"');
  });

  it("are left when AWS would refuse them, with their attachments", async () => {
    const imported = await importTemplate(
      `${scp("Bad", "bad").replace("Deny", "Perhaps")}${scp("One", "one")}${scp("Two", "one")}${ou("A", "a", "      ServiceControlPolicies: [!Ref Bad, !Ref One, !Ref One, !Ref Onee]\n")}`,
    );
    expect(leftOf(imported, "policy")).toEqual([expect.stringMatching(/^bad: AWS would refuse its document Bad/), "one: a policy of that name stands above"]);
    expect(leftOf(imported, "attachment")).toEqual([
      expect.stringMatching(/^Bad > A: the policy is not carried: AWS would refuse/),
      "One > A: the policy is attached there already",
      "Onee > A: the template has no policy Onee",
    ]);
  });

  it("are not attached to the management account, nor beyond AWS's limit on one place", async () => {
    const { maxPerTarget } = policyTypeFacts("scp");
    const names = Array.from({ length: maxPerTarget }, (_, index) => `P${index + 1}`);
    const refs = `      ServiceControlPolicies: [${names.map((name) => `!Ref ${name}`).join(", ")}]\n`;
    const imported = await importTemplate(`${ou("A", "a", refs)}${names.map((name) => scp(name, name)).join("")}`);
    expect(leftOf(imported, "attachment")).toEqual([expect.stringContaining(`${names.at(-1)} > A: AWS allows ${maxPerTarget} `)]);
    const top = await importTemplate(`${refs}${scp("P1", "P1")}`);
    expect(leftOf(top, "attachment")[0]).toBe("P1 > Master: service control policies do not bind the management account");
  });
});
