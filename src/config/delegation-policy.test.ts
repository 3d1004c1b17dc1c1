import { expect, it } from "vitest";
import { projectWith } from "../../test/kit/organization-file.ts";
import { loadOrganization } from "./load.ts";

const policy = (parts: object): object => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "organizations:ListAccounts", Resource: "*", ...parts }] });
const file = (delegationPolicy: object): string => JSON.stringify({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], delegationPolicy }, undefined, 2);

it("the delegation policy is linted where it stands, in the file and beside it", async () => {
  const inside = projectWith({ "landfall.config.json": file({ document: policy({ Principal: { Service: "ec2.amazonaws.com" } }) }) });
  const { diagnostics } = await loadOrganization(`${inside}/landfall.config.json`, { cwd: inside });
  expect(diagnostics).toMatchObject([{ code: "LF3045", summary: expect.stringMatching(/^The delegation policy: /) as string, place: { file: "landfall.config.json", line: 14 } }]);

  const text = JSON.stringify(policy({ Action: "organizations:CloseAccount" }), undefined, 2);
  const beside = projectWith({ "landfall.config.json": file({ file: "delegation.json" }), "delegation.json": text });
  const loaded = await loadOrganization(`${beside}/landfall.config.json`, { cwd: beside });
  expect(loaded.diagnostics).toMatchObject([{ code: "LF3046", place: { file: "delegation.json", line: 9 } }]);
});

it("the document of a delegation policy comes from its file; one of the two is stated (LF1021, LF1112)", async () => {
  const cwd = projectWith({ "landfall.config.json": file({ file: "delegation.json" }), "delegation.json": JSON.stringify(policy({})) });
  const { organization, diagnostics } = await loadOrganization(`${cwd}/landfall.config.json`, { cwd });
  expect(diagnostics).toEqual([]);
  expect(organization?.delegationPolicy).toEqual({ file: "delegation.json", document: policy({}) });

  const missing = projectWith({ "landfall.config.json": file({ file: "none.json" }) });
  expect((await loadOrganization(`${missing}/landfall.config.json`, { cwd: missing })).diagnostics).toMatchObject([{ code: "LF1021", summary: expect.stringContaining("the delegation policy") as string }]);
  const empty = projectWith({ "landfall.config.json": file({}) });
  expect((await loadOrganization(`${empty}/landfall.config.json`, { cwd: empty })).diagnostics).toMatchObject([{ code: "LF1112" }]);
});
