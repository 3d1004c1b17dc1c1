import { expect, it } from "vitest";
import { projectWith } from "../../test/kit/organization-file.ts";
import { loadOrganization } from "./load.ts";

const file = (policies: object): string => JSON.stringify({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], policies }, undefined, 2);

it("policies of settings are checked as AWS would, in the file and beside it (LF3041)", async () => {
  const cwd = projectWith({
    "landfall.config.json": file({
      good: { type: "s3", document: { s3_attributes: { public_access_block_configuration: { "@@assign": "all" } } } },
      bad: { type: "s3", document: { s3_attributes: { public_access_block_configuration: { "@@assign": "some" } } } },
      beside: { type: "tag", file: "tags.json" },
    }),
    "tags.json": '{ "tag": {} }',
  });
  const { diagnostics } = await loadOrganization(`${cwd}/landfall.config.json`, { cwd });
  expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([["LF3041", 22], ["LF3041", 30]]);
  expect(diagnostics[0]?.summary).toContain('"bad"');
});
