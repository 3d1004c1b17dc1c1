import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { expectationFindings, proveExpectations, questionOf } from "../access/index.ts";
import type { Expectation, Organization } from "../organization/index.ts";
import { loadCatalog } from "../policy/index.ts";
import { Flags } from "./flags.ts";
import { buildProgram } from "./program.ts";
import { COMMANDS } from "./registry.ts";
import type { Terminal } from "./terminal.ts";

const deny = (Action: string | string[], Condition?: Record<string, Record<string, string | string[]>>) => ({ type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*", ...(Condition === undefined ? {} : { Condition }) }] } }) as const;

const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  "root and all": { cannot: ["s3:DeleteBucket"], ous: ["Prod"] },
  "roles that a policy names": { only: ["root", "administrator", "role/deploy", "role/OrganizationAccountAccessRole"], cannot: ["iam:CreateUser"], ous: ["Prod"] },
  "a key that is absent": { who: ["administrator"], cannot: ["ec2:RunInstances"], ous: ["Dev"] },
  "a tag of Bob's": { who: ["administrator"], cannot: ["s3:PutObject"], on: ["arn:aws:s3:::bob's logs/*"], ous: ["Dev"] },
  "outsiders": { who: ["outsiders"], cannot: ["sqs:SendMessage"], ous: ["Prod"] },
  "somebody outside": { who: ["arn:aws:iam::123456789012:role/partner"], cannot: ["sqs:SendMessage"], ous: ["Prod"] },
  "somebody next door": { who: ["arn:aws:iam::222222222222:role/deploy"], cannot: ["sqs:SendMessage"], ous: ["Prod"] },
  "an OU without accounts": { who: ["administrator", "root"], cannot: ["s3:GetObject"], ous: ["Empty/Later"] },
  "apart": { isolated: ["Prod", "Dev"] },
  "must work": { who: ["role/deploy", "administrator"], can: ["iam:CreateUser", "ec2:RunInstances"], ous: ["Prod", "Dev"] },
  "nobody knows": { who: ["role/other"], cannot: ["s3:GetObject"], ous: ["Dev"] },
  "given": { who: ["administrator"], cannot: ["lambda:CreateFunction"], when: { "aws:RequestedRegion": "eu-west-1" }, ous: ["Dev"] },
};

const ORGANIZATION: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  managementAccount: { id: "999999999999" },
  policies: {
    people: deny("iam:CreateUser", { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/platform/break-*", "arn:aws:iam::1111*:role/partial", "arn:aws:iam::*:user/emergency"] } }),
    tags: deny("ec2:RunInstances", { StringNotEquals: { "aws:PrincipalTag/cost center": "it's 5" }, Null: { "aws:PrincipalTag/cost center": "false" } }),
  },
  roles: { deploy: { ous: ["Prod", "Dev"], trust: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] }, inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:*", "sqs:*"], Resource: "*" }] } } },
  ous: {
    Prod: { policies: ["people"], accounts: { shop: { id: "111111111111" } } },
    Dev: { policies: ["tags"], accounts: { lab: { id: "222222222222" } } },
    Empty: { ous: { Later: {} } },
  },
  expectations: EXPECTATIONS,
};

const dir = mkdtempSync(join(tmpdir(), "landfall-questions-"));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, "landfall.config.json"), JSON.stringify(ORGANIZATION));

/** Runs a command line as a shell would hand it over; what it prints. */
async function asked(line: string): Promise<string> {
  let said = "";
  const style = { width: 100, color: false, unicode: true };
  const terminal = { out: (text: string) => void (said += text), err: () => {}, note: () => {}, detail: () => {}, voice: "normal", outStyle: style, errStyle: style, cwd: dir, env: {} } as unknown as Terminal;
  const program = buildProgram(async (command, args, values) => void (await (await command.load()).act({ args, flags: new Flags(values), commands: COMMANDS, terminal })));
  await program.parseAsync([...words(line).slice(1), "--format", "json"], { from: "user" });
  return said;
}

/** Source: POSIX, "Shell Command Language", quoting. */
const words = (line: string): string[] => (line.match(/(?:\\.|'[^']*'|[^ ])+/g) ?? []).map((word) => word.replaceAll(/\\(.)|'([^']*)'/g, (_, escaped?: string, quoted?: string) => escaped ?? quoted ?? ""));

const { results } = proveExpectations(ORGANIZATION, await loadCatalog());

describe("the question that a finding suggests", () => {
  it("is there for each expectation that does not hold", () => {
    expect(results.filter(({ outcome }) => outcome !== "fails" && outcome !== "unknown").map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([]);
    expect(expectationFindings(results).every(({ fix }) => fix?.includes("landfall can"))).toBe(true);
  });

  it.each(results.flatMap(({ name, counterexamples }) => counterexamples.map((one) => [questionOf(one), name, one] as const)))("%s can be asked", async (line, _, { isUnknown, expected, answer, into, asker, account }) => {
    const { outcome } = JSON.parse(await asked(line)) as { outcome: string };
    // Nobody tells in a command what the policy of a resource elsewhere is, nor that a user is an administrator.
    const isOpen = into !== undefined || asker.account !== account || asker.kind === "user";
    expect(outcome).toBe(isOpen ? "unknown" : answer.outcome);
    if (!isOpen && !isUnknown) expect(outcome).toBe(expected === "allowed" ? "denied" : "allowed");
  });
});
