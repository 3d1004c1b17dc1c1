import { runInThisContext } from "node:vm";
import { type Answers, type Blueprint, blueprintFiles, DEFAULT_ANSWERS } from "../../src/blueprints/index.ts";
import { defineOrganization, type Organization, type Policy } from "../../src/organization/index.ts";

/** What a blueprint's files say, read as plain JavaScript, with every policy's document in place of its file. */
export function blueprintOrganization(blueprint: Blueprint, answers: Answers = DEFAULT_ANSWERS): Organization {
  const [organizationFile, ...rest] = blueprintFiles(blueprint, answers);
  const documents = new Map(rest.map((file) => [file.path, JSON.parse(file.text) as Policy["document"]]));
  const source = (organizationFile?.text ?? "").replace('import { defineOrganization } from "landfall";', "").replace("export default ", "");
  const evaluate = runInThisContext(`(defineOrganization) => { return ${source.trim()} }`) as (define: typeof defineOrganization) => Organization;
  const organization = evaluate(defineOrganization);
  const policies = Object.entries(organization.policies ?? {}).map(([key, { file, ...policy }]) => {
    return [key, { ...policy, document: documents.get(file ?? "") }] as const;
  });
  return { ...organization, policies: Object.fromEntries(policies) };
}
