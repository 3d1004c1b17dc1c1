import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const file = (ou: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@acme.example
ous:
  Prod: { guardrails: [deny-iam-users-and-keys, protect-org-roles], accounts: { shop: { stage: prod, owner: shop, purpose: Sells } } }
  Dev: { accounts: { play: { stage: dev, owner: shop, purpose: Plays } } }
expectations:
  no new users: { only: [exempt], cannot: ["iam:CreateUser"], ous: [${ou}] }
`;

describe("Expectations of the organization file", () => {
  it("are proven by landfall test, which fails with a request that gets through", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": file("Prod") });
    expect(await run("test")).toMatchObject({ code: 0, stdout: expect.stringMatching(/holds +no new users[\s\S]*The expectation/) as unknown });
    write(dir, { "landfall.config.yaml": file("Dev") });
    expect(await run("test")).toMatchObject({ code: 4, stdout: expect.stringContaining("root in play can iam:CreateUser") as unknown });
    expect((await run("test", "--format", "junit")).stdout).toMatch(/tests="1" failures="1"[\s\S]*<failure/);
    expect(JSON.parse((await run("test", "--format", "json")).stdout)).toMatchObject({ format: "landfall.expectations/1", holds: false, expectations: [{ outcome: "fails" }] });
  });

  it("stop check and plan where they fail, at their place in the file", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": file("Dev") });
    const checked = await run("check");
    expect(checked.code).toBe(3);
    expect(checked.stdout).toMatch(/landfall\.config\.yaml:9:\d+/);
    expect(checked.stdout).toContain("LF3301");
    expect(await run("plan", "--local")).toMatchObject({ code: 3, stderr: expect.stringContaining("LF3301") as unknown });
  });
});
