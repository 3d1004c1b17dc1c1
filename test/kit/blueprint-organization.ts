import { runInThisContext } from "node:vm";
import { type Answers, type Blueprint, type BlueprintFile, blueprintFiles, type Choices, DEFAULT_ANSWERS } from "../../src/blueprints/index.ts";
import { defineOrganization, type Organization, type Policy } from "../../src/organization/index.ts";

/** What a blueprint's files say, read as plain JavaScript, with every policy's document in place of its file. */
export const blueprintOrganization = (blueprint: Blueprint, answers: Answers = DEFAULT_ANSWERS, choices: Choices = {}): Organization =>
  organizationIn(blueprintFiles(blueprint, answers, choices));

/** The organization of a folder of files; default: of the first. */
export function organizationIn(files: readonly BlueprintFile[], folder = ""): Organization {
  const textOf = (path: string): string => files.find((file) => file.path === `${folder}${path}`)?.text ?? "";
  const source = textOf("landfall.config.ts").replace('import { defineOrganization } from "landfall";', "").replace("export default ", "");
  const evaluate = runInThisContext(`(defineOrganization) => { return ${source.trim()} }`) as (define: typeof defineOrganization) => Organization;
  const organization = evaluate(defineOrganization);
  const policies = Object.entries(organization.policies ?? {}).map(([key, { file, ...policy }]) => {
    return [key, { ...policy, document: JSON.parse(textOf(file ?? "")) as Policy["document"] }] as const;
  });
  return { ...organization, policies: Object.fromEntries(policies) };
}
