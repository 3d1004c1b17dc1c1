import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const FILE = `import { defineOrganization } from "landfall";

export default defineOrganization({
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  policies: {
    "no-users": {
      type: "scp",
      document: {
        Version: "2012-10-17",
        Statement: [{ Sid: "NoUsers", Effect: "Deny", Action: "iam:CreateUser", Resource: "*" }],
      },
    },
    regions: { type: "scp", file: "regions.json" },
    team: { type: "tag", document: { tags: { team: { tag_key: { "@@assign": "team" } } } } },
  },
  root: { policies: ["team"] },
  roles: {
    deploy: {
      trust: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] },
      inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] },
    },
  },
  ous: {
    Prod: { policies: ["no-users", "regions"], accounts: { shop: { stage: "prod", owner: "shop", purpose: "Sells" } } },
    Dev: { accounts: { play: { stage: "dev", owner: "shop", purpose: "Plays" } } },
  },
});
`;
const REGIONS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Europe", "Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } }
    }
  ]
}
`;

const organization = (): string => {
  const dir = emptyFolder();
  write(dir, { "landfall.config.ts": FILE, "regions.json": REGIONS });
  return dir;
};

describe("landfall can", () => {
  it("answers with the ladder and where in the file the statement stands", async () => {
    const run = landfallIn(organization());
    const denied = await run("can", "administrator", "in", "shop", "iam:CreateUser");
    expect(denied).toMatchObject({ code: 0, stderr: "" });
    expect(denied.stdout).toContain("DENIED by a service control policy");
    expect(denied.stdout).toMatch(/ou Prod +no-users +DENIES +statement "NoUsers" {2}landfall\.config\.ts:13:21/);
    expect(denied.stdout).toContain("As landfall.config.ts has it; AWS was not asked.");

    const region = await run("can", "deploy", "in", "shop", "s3:PutObject", "--context", "aws:RequestedRegion=us-east-1", "--format", "json");
    const answer = JSON.parse(region.stdout) as { format: string; outcome: string; source: object; ladder: { verdict: string; node?: string; statements: { sid?: string; place?: object }[] }[] };
    expect(answer).toMatchObject({ format: "landfall.access/1", principal: "role/deploy", outcome: "denied", source: { kind: "file" } });
    expect(answer.ladder.find(({ verdict }) => verdict === "denies")).toMatchObject({ node: "ou:Prod", statements: [{ sid: "Europe", place: { file: "regions.json", line: 4, column: 5 } }] });

    const own = await run("can", "role/deploy", "in", "play", "s3:PutObject");
    expect(own.stdout).toMatch(/identity +deploy, inline +allows +statement 1 {2}landfall\.config\.ts:23:58/);
  });

  it("speaks of guardrails, not of the policies they are packed in", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@acme.example
root: { guardrails: [region-allow-list, deny-leave-organization] }
ous: { Prod: { accounts: { shop: { stage: prod, owner: shop, purpose: Sells } } } }
` });
    const run = landfallIn(dir);
    expect((await run("can", "administrator", "in", "shop", "ec2:RunInstances", "--context", "aws:RequestedRegion=us-east-1")).stdout).toMatch(/root +guardrail region-allow-list +DENIES +statement "AllowedRegionsOnly"\s+landfall\.config\.yaml:5:22/);
    expect((await run("reach", "region-allow-list")).stdout).toMatch(/policy +guardrails-root \(scp\), shared with deny-leave-organization\n +attached to +root/);
    expect((await run("reach", "shop")).stdout).toMatch(/root +guardrails region-allow-list, deny-leave-organization \(scp\)/);
  });

  it("exits 4 where the answer is not the expected one, and says unknown for what is not known", async () => {
    const run = landfallIn(organization());
    expect((await run("can", "administrator", "in", "shop", "iam:CreateUser", "--expect", "deny")).code).toBe(0);
    expect(await run("can", "administrator", "in", "shop", "iam:CreateUser", "--expect", "allow")).toMatchObject({ code: 4, stderr: expect.stringContaining("Expected allow; the answer is denied.") });
    const unknown = await run("can", "role/other", "in", "shop", "s3:GetObject", "--expect", "deny");
    expect(unknown).toMatchObject({ code: 4, stdout: expect.stringContaining("UNKNOWN without the principal's policies") as unknown });
  });

  it("suggests what was meant", async () => {
    const run = landfallIn(organization());
    const mistyped = [["administrator", "in", "shp", "iam:CreateUser"], ["administrator", "in", "shop", "iam:CreateUsr"], ["deplyo", "in", "shop", "s3:GetObject"]];
    const answers = await Promise.all(mistyped.map((words) => run("can", ...words)));
    expect(answers.map(({ code, stderr }) => [code, /Did you mean (\S+)\?/.exec(stderr)?.[1], /LF32\d\d/.exec(stderr)?.[0]])).toEqual([
      [64, "shop", "LF3201"],
      [64, "iam:CreateUser", "LF3204"],
      [64, "deploy", "LF3202"],
    ]);
    expect((await run("compare", "Prd", "Dev")).stderr).toMatch(/LF3203/);
    expect((await run("reach", "regoins")).stderr).toMatch(/Did you mean regions\?[\s\S]*LF3205/);
    expect((await run("can", "administrator", "in", "shop", "new:Thing", "--any-action")).code).toBe(0);
    expect((await run("can", "administrator", "in", "shop", "s3:GetObject", "logs")).stderr).toMatch(/The resource logs is no ARN[\s\S]*LF9004/);
    expect((await run("can", "arn:aws:iam::123412341234:role/x", "s3:GetObject")).stderr).toMatch(/is in no account[\s\S]*LF9004/);
    expect((await run("can", "arn:aws:iam::123412341234:role/x", "in", "shop", "s3:GetObject")).stdout).toContain("Give it: --resource-policy FILE");
    expect((await run("reach", "shop", "--live", "--snapshot", "x.json")).stderr).toContain("LF9001");
    expect((await run("who-can", "s3:GetObject", "--member-role", "x")).stderr).toContain("--member-role needs --live.");
  });
});

describe("questions about the whole organization", () => {
  it("are answered from the file", async () => {
    const run = landfallIn(organization());
    expect((await run("who-can", "iam:CreateUser")).stdout).toMatch(/administrator\n +may +2 accounts: management, play\n +may not +1 account: shop/);
    expect((await run("reach", "regions")).stdout).toMatch(/attached to +ou Prod\n +reaches +1 account: OU Prod|reaches +1 account: shop/);
    expect((await run("reach", "shop")).stdout).toMatch(/ou Prod +no-users \(scp\), regions \(scp\)/);
    expect((await run("show", "effective", "shop")).stdout).toMatch(/effective tag policy\n +tags\/team\/tag_key {2}team {2}from team/);
    const compared = await run("compare", "Dev", "Prod");
    expect(compared.stdout).toContain("only in ou Prod: no-users (scp), regions (scp)");
    expect(compared.stdout).toMatch(/An administrator may in ou Dev, not in ou Prod: \d+ actions\n[\s\S]* {2}iam: CreateUser\n/);
    for (const words of [["who-can", "iam:CreateUser"], ["reach", "regions"], ["reach", "shop"], ["show", "effective", "shop"], ["compare", "Dev", "Prod"]]) {
      const { stdout } = await run(...words, "--format", "json");
      expect(JSON.parse(stdout)).toMatchObject({ format: expect.stringMatching(/^landfall\.[a-z-]+\/1$/) as unknown, source: { kind: "file" } });
    }
  });
});

describe("questions to AWS and to a snapshot", () => {

  it("know the IAM of the account, say how old the answer is, and hold no addresses", async () => {
    const dir = organization();
    const emulator = await startEmulator(dir, "--speed", "60");

    const run = landfallIn(dir, emulator.env);
    expect((await run("apply", "--yes")).code).toBe(0);
    const live = await run("can", "role/OrganizationAccountAccessRole", "in", "shop", "ec2:RunInstances", "--live");
    expect(live.stdout).toMatch(/identity +AdministratorAccess +allows/);
    expect(live.stdout).toMatch(/has it now\.$/m);
    expect((await run("can", "administrator", "in", "shop", "iam:CreateUser", "--live")).stdout).toMatch(/ou Prod +no-users +DENIES +statement "NoUsers" {2}landfall\.config\.ts:13:21/);

    // IAM has told every role of the account, so one that it has not told is not there.
    expect((await run("can", "role/deploy", "in", "shop", "s3:GetObject", "--live")).stderr).toMatch(/The IAM of shop has no role\/deploy\.[\s\S]*LF3202/);

    expect((await run("snapshot", "acme.json")).stdout).toMatch(/^Wrote acme\.json: 3 accounts, \d+ roles\.$/m);
    expect((await run("snapshot", "acme.json")).stderr).toContain("LF9005");
    const text = readFileSync(path.join(dir, "acme.json"), "utf8");
    expect(text).not.toMatch(/@acme\.example|AKIA|SecretAccessKey/);
    const offline = landfallIn(dir);
    const asked = await offline("can", "role/OrganizationAccountAccessRole", "in", "shop", "iam:CreateUser", "--snapshot", "acme.json");
    expect(asked.stdout).toContain("DENIED by a service control policy");
    expect(asked.stdout).toMatch(/^Snapshot acme\.json of \d{4}-\d\d-\d\d \d\d:\d\d UTC, less than a minute old\.$/m);
    expect((await offline("who-can", "iam:CreateUser", "--snapshot", "acme.json", "--format", "json")).stdout).toContain('"kind": "snapshot"');
    expect((await offline("reach", "shop", "--snapshot", "regions.json")).stderr).toContain("LF3206");
  });
});
