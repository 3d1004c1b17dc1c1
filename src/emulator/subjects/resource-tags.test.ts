import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { instanceProfilesOf, oidcProvidersOf, policiesOf, samlProvidersOf, storedRolesOf, usersOf } from "../services/iam/state.ts";
import { Stage } from "../services/organizations/testing/stage.ts";
import { parameterTags } from "../services/ssm/index.ts";
import { SUBJECTS, subjectOf } from "./index.ts";

const catalog = await loadCatalog();
const ACCOUNT = "111111111111";
const tags = [{ Key: "team", Value: "blue" }];
const stage = new Stage();
const root = stage.found();
const call: Call = { principal: { accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/ann`, userId: "U" }, region: "us-east-1", requestId: "1", now: 0, world: stage.world };
const identity = { id: "I", path: "/", createdAt: 0, inline: {}, attached: [], tags };

/** One tagged thing of each type, by the members that name it. */
const TAGGED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  user: { UserName: "ann", AccessKeyId: "AKIA0000000000000000" },
  role: { RoleName: "deploy", DeletionTaskId: "task/aws-service-role/deploy/1" },
  "instance-profile": { InstanceProfileName: "web" },
  policy: { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/own` },
  "saml-provider": { SAMLProviderArn: `arn:aws:iam::${ACCOUNT}:saml-provider/idp` },
  "oidc-provider": { OpenIDConnectProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example.com` },
  parameter: { Name: "/a", Names: ["/a"], Path: "/a", ResourceId: "/a" },
};

usersOf(stage.world, ACCOUNT).put("ann", { ...identity, name: "ann", groups: [], accessKeys: [] });
storedRolesOf(stage.world, ACCOUNT).put("deploy", { ...identity, name: "deploy", maxSessionDuration: 3_600, trust: { document: "{}", ids: {} } });
instanceProfilesOf(stage.world, ACCOUNT).put("web", { id: "I", name: "web", path: "/", createdAt: 0, tags });
policiesOf(stage.world, ACCOUNT).put("own", { id: "I", name: "own", path: "/", createdAt: 0, updatedAt: 0, tags, versions: [], defaultVersion: "v1", lastVersion: 1 });
samlProvidersOf(stage.world, ACCOUNT).put("idp", { name: "idp", uuid: "u", metadata: "", createdAt: 0, validUntil: 0, tags });
oidcProvidersOf(stage.world, ACCOUNT).put("idp.example.com", { url: "idp.example.com", clientIds: [], thumbprints: [], createdAt: 0, tags });
parameterTags(call).put("/a", tags);
stage.world.table("accessKeys").put("AKIA0000000000000000", { accessKeyId: "AKIA0000000000000000", accountId: ACCOUNT, arn: call.principal.arn });

const hasTag = (conditionKeys: readonly { readonly key: string }[] = []): boolean => conditionKeys.some(({ key }) => key.startsWith("aws:ResourceTag/"));
const cases = SUBJECTS.filter(({ prefix }) => prefix === "iam" || prefix === "ssm").flatMap(({ prefix, operations }) =>
  Object.entries(operations).filter(([name]) => !/^Create(?!AccessKey|LoginProfile|PolicyVersion)/.test(name)).flatMap(([name, { about = {} }]) =>
    Object.entries(about).flatMap(([member, types]) => types.flatMap((type) => (hasTag(catalog.service(prefix)?.resourceTypes.find((one) => one.name === type)?.conditionKeys) ? [[`${prefix}:${name}`, member, type] as const] : []))),
  ),
);

describe("the tags of a resource", () => {
  it.each(cases)("come with %s by %s, about a %s", (action, member, type) => {
    const input = { [member]: TAGGED[type]?.[member] };
    expect(input[member]).toBeDefined();
    expect(subjectOf(call, action, input).resources).toMatchObject([{ tags: { "aws:ResourceTag/team": "blue" } }]);
  });

  it.each(["CreateAccessKey", "CreateLoginProfile", "DeleteLoginProfile", "GetUser", "ListAccessKeys"])("come with iam:%s of a user who means himself", (name) => {
    expect(subjectOf(call, `iam:${name}`, {}).resources).toEqual([{ arn: call.principal.arn, tags: { "aws:ResourceTag/team": "blue", "iam:ResourceTag/team": "blue" } }]);
  });

  it("come with the root, units, accounts, policies and the delegation policy, also when it is put again", () => {
    const OrganizationalUnitId = stage.unit(root, "A");
    const policyId = stage.policy("p");
    const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "organizations:ListRoots", Resource: "*" }] });
    const resourcePolicyId = stage.call("PutResourcePolicy", { Content }).ResourcePolicy?.ResourcePolicySummary?.Id ?? "";
    for (const ResourceId of [root, OrganizationalUnitId, policyId, resourcePolicyId, ACCOUNT]) {
      stage.call("TagResource", { ResourceId, Tags: tags });
      expect(subjectOf(call, "organizations:TagResource", { ResourceId }).resources).toMatchObject([{ tags: { "aws:ResourceTag/team": "blue" } }]);
    }
    expect(subjectOf(call, "organizations:PutResourcePolicy", { Content }).resources).toMatchObject([{ arn: expect.stringMatching(/\/rp-\w+$/) as string, tags: { "aws:ResourceTag/team": "blue" } }]);
  });
});
