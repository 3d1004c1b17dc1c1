import { assert, asyncProperty } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Organization } from "../../organization/index.ts";
import type { PolicyDocument } from "../../policy/index.ts";
import { loadOrganization } from "../load.ts";
import { anyOrganization, HOSTILE } from "../../../test/kit/any-organization.ts";
import { loadText, projectWith } from "../../../test/kit/organization-file.ts";
import { type ConfigFormat, printOrganization } from "./print.ts";

const FORMATS = ["ts", "json", "yaml"] as const;

const organization: Organization = {
  ous: {
    Workloads: {
      ous: {
        Prod: {
          policies: ["leave"],
          accounts: {
            "shop-prod": { stage: "prod", service: "shop", owner: "shop" },
            payments: { owner: "payments", purpose: "Takes cards, and nothing else, so that the audit stays small and cheap.", stage: "prod", tags: { "cost-center": "4711" } },
          },
        },
        SDLC: { accounts: { "shop-dev": { stage: "dev" } } },
      },
      description: "What we sell",
    },
    Suspended: { policies: ["leave"], fullAwsAccess: false },
  },
  policies: {
    leave: {
      document: { Version: "2012-10-17", Statement: [{ Sid: "Leave", Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" }] },
      type: "scp",
      description: "Accounts stay.",
    },
  },
  root: { policies: ["leave"] },
  regions: ["eu-west-1", "us-east-1"],
  homeRegion: "eu-west-1",
  accountEmail: "aws+{account}@acme.example",
  name: "acme",
};

describe("a printed organization file", () => {
  it("in TypeScript is what a person would write", () => {
    const comments = (path: readonly (string | number)[]): string | undefined => (path.join("/") === "ous/Suspended" ? "Accounts that wait for their end." : undefined);
    expect(printOrganization(organization, { format: "ts", header: "The organization of acme.\nMade with landfall init.", comments })).toBe(`// The organization of acme.
// Made with landfall init.
import { defineOrganization } from "landfall";

export default defineOrganization({
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
  accountEmail: "aws+{account}@acme.example",

  policies: {
    leave: {
      type: "scp",
      description: "Accounts stay.",
      document: {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Leave",
            Effect: "Deny",
            Action: ["organizations:LeaveOrganization"],
            Resource: "*",
          },
        ],
      },
    },
  },

  root: {
    policies: ["leave"],
  },

  ous: {
    Workloads: {
      description: "What we sell",
      ous: {
        Prod: {
          policies: ["leave"],
          accounts: {
            "shop-prod": { stage: "prod", service: "shop", owner: "shop" },
            payments: {
              purpose: "Takes cards, and nothing else, so that the audit stays small and cheap.",
              stage: "prod",
              owner: "payments",
              tags: { "cost-center": "4711" },
            },
          },
        },
        SDLC: {
          accounts: {
            "shop-dev": { stage: "dev" },
          },
        },
      },
    },

    // Accounts that wait for their end.
    Suspended: {
      policies: ["leave"],
      fullAwsAccess: false,
    },
  },
});
`);
  });

  it("in YAML is what a person would write", () => {
    expect(printOrganization(organization, { format: "yaml", header: "The organization of acme." })).toBe(`# yaml-language-server: $schema=./node_modules/landfall/dist/organization.schema.json
# The organization of acme.

name: acme
homeRegion: eu-west-1
regions: [eu-west-1, us-east-1]
accountEmail: aws+{account}@acme.example

policies:
  leave:
    type: scp
    description: Accounts stay.
    document:
      Version: "2012-10-17"
      Statement:
        - Sid: Leave
          Effect: Deny
          Action: [organizations:LeaveOrganization]
          Resource: "*"

root:
  policies: [leave]

ous:
  Workloads:
    description: What we sell
    ous:
      Prod:
        policies: [leave]
        accounts:
          shop-prod: { stage: prod, service: shop, owner: shop }
          payments:
            purpose: Takes cards, and nothing else, so that the audit stays small and cheap.
            stage: prod
            owner: payments
            tags:
              cost-center: "4711"
      SDLC:
        accounts:
          shop-dev: { stage: dev }

  Suspended:
    policies: [leave]
    fullAwsAccess: false
`);
  });

  it("in JSON names its schema", () => {
    const text = printOrganization({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], ous: { A: {} } }, { format: "json", schema: "./s.json" });
    expect(text).toBe(`{
  "$schema": "./s.json",
  "name": "acme",
  "homeRegion": "eu-west-1",
  "regions": ["eu-west-1"],

  "ous": {
    "A": {}
  }
}
`);
  });

  it("names the file of a policy, or holds its document", () => {
    const policies: Organization["policies"] = { p: { type: "scp", file: "p.json", document: { Statement: [] } } };
    const print = (policyFiles: boolean): string => printOrganization({ ...organization, policies }, { format: "ts", policyFiles });
    expect(print(true)).toContain('p: {\n      type: "scp",\n      file: "p.json",\n    },');
    expect(print(false)).toContain("Statement: []");
    expect(print(false)).not.toContain("p.json");
  });

  it("takes data for data, whatever its keys are", () => {
    const document = { Statement: [], entries: [["a", 1]], kind: "x" } as unknown as PolicyDocument;
    const text = printOrganization({ ...organization, policies: { p: { type: "scp", document } } }, { format: "json" });
    expect((JSON.parse(text) as Organization).policies?.["p"]?.document).toEqual(document);
  });

  it("keeps a header and comments from ending their lines early", () => {
    const text = printOrganization(organization, { format: "ts", header: "a\u2028process.exit(1)\r\nb" });
    expect(text).toMatch(/^\/\/ a\n\/\/ process\.exit\(1\)\n\/\/ b\nimport /);
  });
});

const POLICY = '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" } }';

/** As data, without what is undefined, and with keys such as `__proto__` as entries: `toEqual` looks past them. */
function data(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(data);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return entries.map(([key, member]) => [key, data(member)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function roundTrip(value: Organization, format: ConfigFormat): Promise<void> {
  const cwd = projectWith({ "policy.json": POLICY, [`landfall.config.${format}`]: printOrganization(value, { format, header: "made", policyFiles: true }) });
  const loaded = await loadOrganization(`landfall.config.${format}`, { cwd });
  expect(loaded.diagnostics).toEqual([]);
  const { $schema: _, ...own } = loaded.organization ?? {};
  const policies = Object.fromEntries(Object.entries(loaded.organization?.policies ?? {}).map(([key, { document: __, ...rest }]) => [key, rest]));
  expect(data({ ...own, policies: value.policies && policies })).toEqual(data(value));
}

describe("what is printed loads to an equal organization", () => {
  it.each([["json", 100], ["yaml", 150], ["ts", 15]] as const)("in %s, whatever the names and texts are", async (format, numRuns) => {
    await assert(asyncProperty(anyOrganization, (value) => roundTrip(value, format)), { numRuns });
  });

  it.each(FORMATS)("in %s, for each hostile name", async (format) => {
    const names = HOSTILE.filter((text) => text !== "");
    await roundTrip({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], ous: Object.fromEntries(names.map((text) => [text, { description: text }])) }, format);
  });

  it("in a file that says what its header says", async () => {
    const text = printOrganization(organization, { format: "ts", header: "Hello" });
    expect((await loadText("landfall.config.ts", text)).diagnostics).toEqual([]);
  });
});
