import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const FILE = `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@acme.example
root: { guardrails: [deny-leave-organization] }
roles:
  pipeline: { accounts: [build], trust: &build { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::444444444444:root" }, Action: "sts:AssumeRole" }] }, managedPolicies: [AdministratorAccess] }
  deploy: { description: Deploys what was built, ous: [Prod], trust: *build, managedPolicies: [AdministratorAccess] }
ous:
  Build: { accounts: { build: { id: "444444444444", stage: prod, owner: platform, purpose: Builds } } }
  Prod: { accounts: { shop: { stage: prod, owner: shop, purpose: Sells } } }
`;
const organization = (text = FILE): string => {
  const dir = emptyFolder();
  write(dir, { "landfall.config.yaml": text });
  return dir;
};

describe("landfall isolation", () => {
  it("lists the ways across accounts with their purpose", async () => {
    const run = landfallIn(organization());
    const { code, stdout } = await run("isolation");
    expect(code).toBe(0);
    expect(stdout).toMatch(/role\/deploy\n +from +build\n +to +1 account: shop\n +for +Deploys what was built\n +works +yes/);
    expect(stdout).toMatch(/role\/OrganizationAccountAccessRole\n +from +management/);
    const json = JSON.parse((await run("isolation", "--format", "json")).stdout) as { format: string; grants: { by: string; to: string[] }[] };
    expect(json).toMatchObject({ format: "landfall.isolation/1", source: { kind: "file" } });
    expect(json.grants.find(({ by }) => by === "role/deploy")?.to).toEqual(["shop"]);
  });

  it("follows a compromised role, and says what containment leaves", async () => {
    const run = landfallIn(organization());
    const { code, stdout } = await run("isolation", "role/pipeline", "in", "build");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +1 role\/deploy in shop$/m);
    expect(stdout).toMatch(/After containment[\s\S]*Anew: it becomes no other role\.[\s\S]*role\/deploy in shop/);
    expect(JSON.parse((await run("isolation", "role/pipeline", "in", "build", "--format", "json")).stdout)).toMatchObject({ format: "landfall.blast-radius/1", containment: { possible: true, after: { hops: [] } } });
  });

  it("refuses what names nobody of an account", async () => {
    const run = landfallIn(organization());
    for (const words of [["role/pipeline"], ["role/pipeline", "at", "build"], ["anonymous", "in", "build"]]) {
      const { code, stderr } = await run("isolation", ...words);
      expect([code, stderr]).toEqual([64, expect.stringContaining("LF9004")]);
    }
    expect((await run("isolation", "role/pipeline", "in", "buid")).stderr).toMatch(/Did you mean build\?/);
  });

  it("knows trust as IAM has it, live and in a snapshot", async () => {
    const dir = organization(FILE.replace('id: "444444444444", ', ""));
    const emulator = await startEmulator(dir, "--speed", "60");
    const run = landfallIn(dir, emulator.env);
    expect((await run("apply", "--yes")).code).toBe(0);
    const live = await run("isolation", "--live");
    expect(live.stdout).toMatch(/role\/OrganizationAccountAccessRole\n +from +management\n +to +2 accounts: every member account\n[\s\S]*?works +yes/);
    // IAM has told all roles, and those that the file declares are not there.
    expect(live.stdout).not.toContain("role/deploy");
    expect((await run("isolation", "administrator", "in", "management", "--live")).stdout).toMatch(/1 role\/OrganizationAccountAccessRole in every member account/);
    expect((await run("snapshot", "acme.json")).code).toBe(0);
    const offline = await landfallIn(dir)("isolation", "--snapshot", "acme.json");
    expect(offline.stdout).toMatch(/role\/OrganizationAccountAccessRole\n +from +management/);
    expect(offline.stdout).toContain("Not read: assignments, delegated administrators and StackSets");
  });
});
