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
    expect(stdout).toMatch(/After containment[\s\S]*Anew: it becomes no other role that is known\.[\s\S]*role\/deploy in shop/);
    expect(JSON.parse((await run("isolation", "role/pipeline", "in", "build", "--format", "json")).stdout)).toMatchObject({ format: "landfall.blast-radius/1", containment: { possible: true, after: { hops: [] } }, rolesNotKnown: expect.arrayContaining(["build"]) as unknown });
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
    // With the roles that bootstrap makes, and nothing more, all of it is known too.
    expect((await run("bootstrap", "--create", "--yes", "--account", "all")).code).toBe(0);
    const narrow = await run("isolation", "--live", "--role", "arn:aws:iam::111111111111:role/landfall-plan", "--member-role", "landfall-member");
    expect(narrow.stdout).toContain("there is 1 other.");
    expect(narrow.stdout).not.toMatch(/[Nn]ot known|was not read/);
    expect((await run("snapshot", "acme.json")).code).toBe(0);
    const offline = await landfallIn(dir)("isolation", "--snapshot", "acme.json");
    expect(offline.stdout).toMatch(/role\/OrganizationAccountAccessRole\n +from +management/);
    expect(offline.stdout).toContain("Not read: assignments, which the organization file alone tells");
    // Users, keys and providers are read too: the embedded AWS gives its operator a key.
    expect(offline.stdout).toMatch(/only way in: there is 1 other\.\n +user\/admin\n +by +1 access key/);
    expect(offline.stdout).toContain("apart as far as roles go");
    const same = await landfallIn(dir)("isolation", "--snapshot", "acme.json", "--since", "acme.json");
    expect(same.stdout).toMatch(/6 ways into single accounts then, 6 now: 0 came, 0 went/);
  });

  it("judges the policies of resources that a file tells, and refuses what is none", async () => {
    const dir = organization();
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::777777777777:root" }, Action: "kms:Decrypt", Resource: "*" }] };
    const told = (resource: string): string => JSON.stringify({ format: "landfall.resource-policies/1", accounts: { build: { policies: [{ resource, policy, purpose: "a partner reads invoices" }] } } });
    write(dir, { "policies.json": told("arn:aws:kms:eu-west-1:444444444444:key/1"), "wrong.json": told("arn:aws:kms:eu-west-1:555555555555:key/1") });
    const run = landfallIn(dir);
    const { stdout } = await run("isolation", "--resource-policies", "policies.json");
    expect(stdout).toMatch(/key\/1\n +from +account 777777777777, outside\n +to +1 account: build\n +for +a partner reads invoices\n +may +kms:Decrypt\n +works +yes/);
    const radius = await run("isolation", "administrator", "in", "build", "--resource-policies", "policies.json");
    expect(radius.stdout).toMatch(/key\/1, from account 777777777777, outside: open/);
    expect((await run("isolation", "--resource-policies", "wrong.json")).stderr).toContain("LF3207");
    expect(await run("isolation", "--since", "acme.json")).toMatchObject({ code: 64, stderr: expect.stringContaining("--since needs --live or --snapshot") as unknown });
    expect((await run("isolation", "--unused-days", "soon")).code).toBe(64);
    expect(await run("isolation", "--unused-days", "30")).toMatchObject({ code: 64, stderr: expect.stringContaining("--unused-days needs --live or --snapshot") as unknown });
    expect((await run("isolation", "role/deploy", "in", "shop", "--since", "acme.json")).stderr).toContain("--since is about all accounts");
  });

  it("ends with 4 where what is expected does not hold for certain", async () => {
    const run = landfallIn(organization());
    const expecting = async (...what: string[]) => (await run("isolation", ...what.flatMap((one) => ["--expect", one]))).code;
    // Every way has a purpose; who signs in to the accounts is not in the file.
    expect([await expecting("purposes"), await expecting("purposes", "identity-center"), await expecting("apart")]).toEqual([0, 4, 4]);
    expect((await run("isolation", "--expect", "purposes", "--expect", "apart")).stderr).toContain("Expected, and not so for certain: apart.");
  });
});
