import { describe, expect, it } from "vitest";
import { type ActionFacts, loadCatalog } from "../../policy/index.ts";
import { CONTEXT_MODE, requestContext, resourceContext } from "../request-context.ts";
import { implementedOperations } from "../services/index.ts";
import { memoryWorld } from "../services/organizations/testing/memory-world.ts";
import { Stage } from "../services/organizations/testing/stage.ts";
import { ENDPOINTS, loadModel } from "../protocols/index.ts";
import { SUBJECTS, subjectOf } from "./index.ts";

const catalog = await loadCatalog();
const prefixOf = (id: string): string => ENDPOINTS.find((endpoint) => endpoint.id === id)?.iamPrefix ?? "";
const implemented = new Map(Array.from(implementedOperations(), ([id, operations]) => [prefixOf(id), operations.map(({ name }) => name)]));

/** Keys that come with tags are read from every call, and those of identity providers from none: nobody federates here. */
const isOwn = (key: string): boolean => !key.startsWith("aws:") && !/^(accounts\.google|cognito-identity|graph\.facebook|saml:|www\.amazon)/.test(key);
function keysOf({ conditionKeys, resourceTypes }: ActionFacts, lacking: readonly string[]): string[] {
  const ofTypes = resourceTypes.filter(({ type }) => !lacking.includes(type.name)).flatMap((resource) => resource.conditionKeys);
  return [...new Set([...conditionKeys, ...ofTypes].map(({ key }) => key).filter(isOwn))].toSorted();
}

describe.each(SUBJECTS)("the table of $prefix", ({ prefix, operations, lacking = [] }) => {
  it("has every operation that is implemented, and no other", () => {
    expect(Object.keys(operations).toSorted()).toEqual([...(implemented.get(prefix) ?? [])].toSorted());
  });

  it.each(Object.entries(operations))("says of %s what the Service Authorization Reference says", (name, { about = {}, keys = [] }) => {
    const facts = catalog.action(`${prefix}:${name}`);
    if (facts === undefined) throw new TypeError(`${prefix}:${name} is not in the catalog`);
    const types = facts.resourceTypes.map(({ type }) => type.name).filter((type) => !lacking.includes(type));
    expect([...new Set(Object.values(about).flat())].toSorted()).toEqual(types.toSorted());
    expect([...keys].toSorted()).toEqual(keysOf(facts, lacking));
  });
});

describe("the actions that calls need besides their own", () => {
  const all = SUBJECTS.flatMap(({ prefix, operations }) => Object.entries(operations).map(([name, { further = [] }]) => [`${prefix}:${name}`, further] as const));

  it("are those that API pages name", () => {
    const named = all.filter(([, further]) => further.length > 0).map(([action, further]) => `${action}: ${further.map((one) => one.action).join(", ")}`);
    expect(named.toSorted()).toEqual([
      "iam:AddRoleToInstanceProfile: iam:PassRole", "iam:CreateInstanceProfile: iam:TagInstanceProfile", "iam:CreateOpenIDConnectProvider: iam:TagOpenIDConnectProvider",
      "iam:CreatePolicy: iam:TagPolicy", "iam:CreateRole: iam:TagRole", "iam:CreateSAMLProvider: iam:TagSAMLProvider", "iam:CreateUser: iam:TagUser",
      "organizations:AcceptHandshake: iam:CreateServiceLinkedRole", "organizations:CreateAccount: organizations:TagResource", "organizations:CreateOrganization: iam:CreateServiceLinkedRole",
      "organizations:CreateOrganizationalUnit: organizations:TagResource", "organizations:CreatePolicy: organizations:TagResource", "organizations:InviteAccountToOrganization: organizations:TagResource",
      "organizations:InviteOrganizationToTransferResponsibility: organizations:TagResource", "organizations:PutResourcePolicy: organizations:TagResource",
      "servicequotas:RequestServiceQuotaIncrease: iam:CreateServiceLinkedRole",
      "ssm:GetParameter: kms:Decrypt", "ssm:GetParameterHistory: kms:Decrypt", "ssm:GetParameters: kms:Decrypt", "ssm:GetParametersByPath: kms:Decrypt",
      "ssm:PutParameter: ssm:AddTagsToResource, kms:Encrypt",
    ]);
    expect(all.flatMap(([, further]) => further).filter(({ action }) => catalog.action(action) === undefined)).toEqual([]);
  });

  it("are asked of every call that may bring tags along; STS asks for those of sessions itself", async () => {
    const models = await Promise.all(ENDPOINTS.map(async (endpoint) => [endpoint.iamPrefix, await loadModel(endpoint)] as const));
    const taking = models.flatMap(([prefix, { operations }]) => [...operations.values()].filter(({ input }) => input.members.has("Tags")).map(({ name }) => `${prefix}:${name}`));
    const creating = taking.filter((action) => !/^sts:|:(Tag|AddTags)/.test(action) && all.some(([one]) => one === action));
    expect(creating.length).toBeGreaterThan(10);
    expect(creating.filter((action) => !all.some(([one, further]) => one === action && further.some(({ given }) => given === "Tags")))).toEqual([]);
  });

  it("hand a role on with the keys that iam:PassRole has", () => {
    const passRole = all.find(([action]) => action === "iam:AddRoleToInstanceProfile")?.[1][0];
    const world = memoryWorld();
    const call = { principal: { accountId: "111111111111", arn: "arn:aws:iam::111111111111:user/a", userId: "U" }, region: "us-east-1", requestId: "1", now: 0, world };
    const keys = Object.keys(passRole?.subject?.(call, { RoleName: "web" })?.keys ?? {});
    expect(keys.toSorted()).toEqual(catalog.action("iam:PassRole")?.conditionKeys.map(({ key }) => key).toSorted());
  });
});

/** Something of each type, as its member would name it; nothing of it is there. */
const SAMPLES: Readonly<Record<string, string>> = {
  account: "222222222222", accountInOrganization: "222222222222", handshake: "h-12345678", organizationalunit: "ou-ab12-12345678", root: "r-ab12",
  policy: "p-12345678", resourcepolicy: "rp-12345678", responsibilitytransfer: `rt-${"a".repeat(32)}`, parameter: "/a/b", quota: "ec2",
  user: "ann", group: "admins", role: "deploy", "instance-profile": "web",
  "saml-provider": "arn:aws:iam::111111111111:saml-provider/idp", "oidc-provider": "arn:aws:iam::111111111111:oidc-provider/idp.example.com",
};
const OTHER_SAMPLES: Readonly<Record<string, string>> = {
  PolicyArn: "arn:aws:iam::111111111111:policy/own", Url: "https://idp.example.com", PolicyName: "own", AWSServiceName: "sso.amazonaws.com",
  AccessKeyId: "AKIA0000000000000000", DeletionTaskId: "task/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO/1-2-3",
};

describe("what a call is about", () => {
  const stage = new Stage();
  stage.found();
  const call = { principal: { accountId: "111111111111", arn: "arn:aws:iam::111111111111:user/a", userId: "U" }, region: "us-east-1", requestId: "1", now: 0, world: stage.world };
  const cases = SUBJECTS.filter(({ prefix }) => prefix !== "sts").flatMap(({ prefix, operations }) =>
    Object.entries(operations).flatMap(([name, { about = {} }]) => Object.entries(about).flatMap(([member, types]) => types.map((type) => [`${prefix}:${name}`, member, type] as const))),
  );

  it.each(cases)("of %s by %s is an ARN of the type %s", (action, member, type) => {
    const sample = (action.startsWith("iam:") ? OTHER_SAMPLES[member] : undefined) ?? SAMPLES[type] ?? "";
    const input = member.includes(".") ? { Target: { Id: sample } } : type === "account" && action.startsWith("account:") ? {} : { [member]: member === "Names" ? [sample] : sample };
    const arns = subjectOf(call, action, { Type: "SERVICE_CONTROL_POLICY", QuotaCode: "L-1", ...input }).resources.map(({ arn }) => arn);
    const forms = catalog.service(action.split(":")[0] ?? "")?.resourceTypes.find(({ name }) => name === type)?.arns ?? [];
    const fits = (arn: string): boolean => forms.some((form) => new RegExp(`^${form.replaceAll("*", String.raw`\*`).replaceAll(/(?:(?:o|ou|p|h|rp|rt|r)-)?\$\{[^}]+\}/g, ".+")}$`).test(arn));
    expect(new Set(arns.filter(fits)).size).toBe(1);
  });
});

describe("the context of a request", () => {
  it("has every global key that comes from the caller and the resource; the others are absent here, or not known", () => {
    const world = memoryWorld();
    const principal = { accountId: "111111111111", arn: "arn:aws:iam::111111111111:user/a", userId: "U" };
    const context = { ...requestContext({ world, principal, region: "us-east-1", now: 0 }), ...resourceContext(world, "111111111111") };
    const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
    const { unknown } = CONTEXT_MODE;
    const others = catalog.globalKeys.map(({ key }) => key).filter((key) => !known.has(key.toLowerCase()) && !unknown.has(key.toLowerCase()));
    expect(others.toSorted()).toEqual([
      // Of tags, which are there when somebody gave them.
      "aws:PrincipalTag/tag-key", "aws:RequestTag/tag-key", "aws:ResourceTag/tag-key", "aws:TagKeys",
      // Of calls by services, of networks, of federation, of devices and of compute: nothing of it is emulated.
      "aws:CalledVia", "aws:CalledViaAWSMCP", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:ChatbotSourceArn", "aws:Ec2InstanceSourcePrivateIPv4",
      "aws:Ec2InstanceSourceVpc", "aws:FederatedProvider", "aws:IsMcpServiceAction", "aws:MultiFactorAuthAge", "aws:PrincipalServiceName",
      "aws:PrincipalServiceNamesList", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner", "aws:SourceVpc",
      "aws:SourceVpcArn", "aws:SourceVpce", "aws:ViaAWSMCPService", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths",
      "ec2:RoleDelivery", "ec2:SourceInstanceArn", "glue:CredentialIssuingService", "glue:RoleAssumedBy", "identitystore:UserId", "lambda:SourceFunctionArn",
      "ssm:SourceInstanceArn",
    ].toSorted());
  });
});
