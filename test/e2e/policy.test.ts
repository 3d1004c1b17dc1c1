import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";

const DENY = { Version: "2012-10-17", Statement: [{ Sid: "Stay", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] };
const FULL = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };

/** A folder with files, each a value as JSON or a text as it is. */
function folderWith(files: Readonly<Record<string, unknown>>): string {
  const dir = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(dir, name), typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
  return dir;
}

const allowed = { id: "allowed", organization: { scpLevels: [{ node: "root", documents: [FULL] }] }, policies: { identity: [FULL] }, request: { principal: "arn:aws:iam::111122223333:role/dev", action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context: {} }, expected: { decision: "Allowed" } };
const stopped = { ...allowed, id: "stopped", organization: { scpLevels: [{ node: "root", documents: [FULL, DENY] }] }, request: { ...allowed.request, action: "organizations:LeaveOrganization", resource: "*" } };

describe("landfall policy lint", () => {
  it("says where AWS would refuse a policy and where it would not do what is meant", async () => {
    const run = landfallIn(folderWith({ "typo.json": { ...DENY, Statement: [{ ...DENY.Statement[0], Action: "organizations:LeaveOrganisation" }] }, "broken.json": "{" }));
    const typo = await run("policy", "lint", "--kind", "scp", "typo.json");
    expect(typo.code).toBe(0);
    expect(typo.stdout).toContain("typo.json:7:");
    expect(typo.stdout).toContain("Did you mean organizations:LeaveOrganization?");
    expect((await run("policy", "lint", "--kind", "scp", "--fail-on", "warning", "typo.json")).code).toBe(3);
    const both = await run("policy", "lint", "--kind", "scp", "--format", "json", "typo.json", "broken.json");
    expect(both.code).toBe(3);
    expect(JSON.parse(both.stdout)).toMatchObject({ errors: 1, warnings: 1 });
  });

  it("says what it took a policy for when nobody said", async () => {
    const run = landfallIn(folderWith({ "deny.json": DENY }));
    expect(await run("policy", "lint", "deny.json")).toEqual({ code: 0, stdout: "1 policy: nothing to report.\n", stderr: "Read as an identity-based policy; --kind says what they are.\n" });
    expect((await run("policy", "lint", "absent.json")).code).toBe(64);
  });
});

describe("landfall policy diff", () => {
  it("compares by meaning", async () => {
    const more = { ...DENY, Statement: [{ ...DENY.Statement[0], Action: ["organizations:LeaveOrganization", "account:CloseAccount"] }] };
    const run = landfallIn(folderWith({ "a.json": DENY, "b.json": more, "c.json": JSON.stringify(DENY) }));
    expect((await run("policy", "diff", "--detailed-exitcode", "a.json", "c.json")).stdout).toBe("The policies mean the same.\n");
    const { code, stdout } = await run("policy", "diff", "--detailed-exitcode", "a.json", "b.json");
    expect(code).toBe(2);
    expect(stdout).toContain('statement "Stay"');
    expect(stdout).toContain("+ account:CloseAccount");
    expect(stdout).toContain("lets through less");
    const hidden = JSON.parse(JSON.stringify(DENY).replace("organizations:LeaveOrganization", "organizations:Leave\u200BOrganization")) as object;
    const alike = landfallIn(folderWith({ "a.json": DENY, "b.json": hidden }));
    expect((await alike("policy", "diff", "a.json", "b.json")).stdout).toContain("(1 control or invisible character left out)");
    expect(JSON.parse((await run("policy", "diff", "--format", "json", "a.json", "b.json")).stdout)).toMatchObject({ effect: "narrows" });
  });
});

describe("landfall policy test", () => {
  it("passes where every case is as expected", async () => {
    const run = landfallIn(folderWith({ "cases.jsonl": `${JSON.stringify(allowed)}\n\n` }));
    expect(await run("policy", "test", "cases.jsonl")).toEqual({ code: 0, stdout: "1 case by the fast and the reference engine: all as expected.\n", stderr: "" });
  });

  it("explains what differs, by both engines, and exits with 4", async () => {
    const run = landfallIn(folderWith({ "cases.jsonl": [allowed, stopped].map((one) => JSON.stringify(one)).join("\n") }));
    const { code, stdout } = await run("policy", "test", "cases.jsonl");
    expect(code).toBe(4);
    expect(stdout).toContain("expected Allowed, got ExplicitlyDenied");
    expect(stdout).toMatch(/denies\s+scp at root: scp policy 2, statement "Stay"/);
    expect(stdout).toContain("2 cases by the fast and the reference engine: 2 differences.");
    const fast = JSON.parse((await run("policy", "test", "--engine", "fast", "--format", "json", "cases.jsonl")).stdout) as { differences: unknown[] };
    expect(fast.differences).toHaveLength(1);
  });

  it("takes 100,000 lines, shows 20 differences and counts the rest", async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => JSON.stringify(index % 1000 === 999 ? stopped : allowed));
    const run = landfallIn(folderWith({ "cases.jsonl": lines.join("\n") }));
    const { code, stdout } = await run("policy", "test", "--engine", "fast", "cases.jsonl");
    expect(code).toBe(4);
    expect(stdout.split("\n").filter((line) => line.startsWith("stopped  line "))).toHaveLength(20);
    expect(stdout).toContain("and 80 more; --format json has all");
    expect(stdout).toContain("100,000 cases by the fast engine: 100 differences.");
  });

  it("names the line that is no case, and the file that is not there", async () => {
    const run = landfallIn(folderWith({ "cases.jsonl": `${JSON.stringify(allowed)}\nnonsense\n` }));
    const { code, stderr } = await run("policy", "test", "cases.jsonl");
    expect([code, stderr.includes("cases.jsonl, line 2")]).toEqual([64, true]);
    expect((await run("policy", "test", "absent.jsonl")).code).toBe(64);
    expect((await run("policy", "test", "/dev/null")).stderr).toContain("LF3091");
    expect((await run("policy", "lint", "/dev/zero")).stderr).toContain("larger than any policy");
  });
});
