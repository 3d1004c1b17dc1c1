import { expect, it } from "vitest";
import { projectWith } from "../../test/kit/organization-file.ts";
import { loadOrganization } from "./load.ts";
import { printOrganization } from "./write/print.ts";

const base = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
const allow = (Action: string): object => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] };
const json = (value: object): string => JSON.stringify(value, undefined, 2);

it("the policies of permission sets and roles come from their files", async () => {
  const value = {
    ...base,
    identityCenter: { permissionSets: { Developer: { file: "developer.json", boundary: { customerManagedPolicy: { name: "limit", file: "limit.json" } } } } },
    roles: { deploy: { trust, customerManagedPolicies: [{ name: "a" }, { name: "b", file: "limit.json" }] } },
  };
  const cwd = projectWith({ "landfall.config.json": json(value), "developer.json": json(allow("s3:GetObject")), "limit.json": json(allow("s3:*")) });
  const { organization, diagnostics, files } = await loadOrganization(`${cwd}/landfall.config.json`, { cwd });
  expect(diagnostics).toEqual([]);
  expect(organization?.identityCenter?.permissionSets?.["Developer"]).toEqual({
    file: "developer.json",
    inlinePolicy: allow("s3:GetObject"),
    boundary: { customerManagedPolicy: { name: "limit", file: "limit.json", document: allow("s3:*") } },
  });
  expect(organization?.roles?.["deploy"]?.customerManagedPolicies).toEqual([{ name: "a" }, { name: "b", file: "limit.json", document: allow("s3:*") }]);
  expect(files).toHaveLength(4);
});

it("what they say is linted where it stands, in the file and beside it (LF3016, LF3018, LF3020)", async () => {
  const value = { ...base, identityCenter: { permissionSets: { Developer: { inlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Permit", Action: "s3:*", Resource: "*" }] } } } }, roles: { deploy: { trust: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole" }] }, file: "deploy.json" } } };
  const cwd = projectWith({ "landfall.config.json": json(value), "deploy.json": json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Actoin: "s3:*", Resource: "*" }] }) });
  const { diagnostics } = await loadOrganization(`${cwd}/landfall.config.json`, { cwd });
  expect(diagnostics.map(({ code, summary, place }) => `${place?.file}:${place?.line} ${code} ${summary}`)).toMatchInlineSnapshot(`
    [
      "landfall.config.json:14 LF3020 Permission set "Developer": The Effect "Permit" does not exist.",
      "landfall.config.json:28 LF3018 The trust policy of role "deploy": The statement has no Principal.",
      "deploy.json:4 LF3018 Role "deploy": The statement has no Action or NotAction.",
      "deploy.json:6 LF3016 Role "deploy": "Actoin" is no element of a statement.",
    ]
  `);
});

it.each(["ts", "json", "yaml"] as const)("a file in %s holds what it was printed from", async (format) => {
  const value = {
    ...base,
    identityCenter: {
      permissionSets: { Developer: { managedPolicies: ["PowerUserAccess"], inlinePolicy: allow("s3:GetObject") as never, sessionDuration: "PT4H", boundary: { managedPolicy: "PowerUserAccess" } } },
      groups: { developers: { description: "Who writes software" } },
      assignments: [{ group: "developers", permissionSet: "Developer", ous: ["Workloads/SDLC"] }, { user: "ann", permissionSet: "Developer", accounts: ["management"] }],
    },
    roles: { deploy: { trust: trust as never, ous: ["root"] } },
    budgets: { all: { amount: 1000.5, notify: [{ at: 80, kind: "forecast" as const, emails: ["a@acme.com"] }] } },
  };
  const cwd = projectWith({ [`landfall.config.${format}`]: printOrganization(value, { format }) });
  const { organization, diagnostics } = await loadOrganization(`${cwd}/landfall.config.${format}`, { cwd });
  expect(diagnostics).toEqual([]);
  const { $schema, ...read } = organization ?? {};
  expect($schema === undefined || format !== "ts").toBe(true);
  expect(read).toEqual(value);
});
