import {
  CreateInstanceProfileCommand, CreateOpenIDConnectProviderCommand, CreatePolicyCommand, CreateRoleCommand, CreateSAMLProviderCommand, CreateUserCommand, ListInstanceProfileTagsCommand, ListOpenIDConnectProviderTagsCommand,
  ListPolicyTagsCommand, ListRoleTagsCommand, ListSAMLProviderTagsCommand, ListUserTagsCommand, type Tag, TagInstanceProfileCommand, TagOpenIDConnectProviderCommand, TagPolicyCommand, TagRoleCommand,
  TagSAMLProviderCommand, TagUserCommand, UntagInstanceProfileCommand, UntagOpenIDConnectProviderCommand, UntagPolicyCommand, UntagRoleCommand, UntagSAMLProviderCommand, UntagUserCommand,
} from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage, trust } from "./testing/stage.ts";

let stage: Stage;
const arn = (resource: string): string => `arn:aws:iam::${MANAGEMENT}:${resource}`;
const metadata = `<EntityDescriptor ><IDPSSODescriptor >${"A".repeat(1_000)}</IDPSSODescriptor></EntityDescriptor>`;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "thing" }));
  await stage.iam().send(new CreateRoleCommand({ RoleName: "thing", AssumeRolePolicyDocument: trust({ Service: "ec2.amazonaws.com" }) }));
  await stage.iam().send(new CreateInstanceProfileCommand({ InstanceProfileName: "thing" }));
  await stage.iam().send(new CreatePolicyCommand({ PolicyName: "thing", PolicyDocument: allow("s3:*") }));
  await stage.iam().send(new CreateSAMLProviderCommand({ Name: "thing", SAMLMetadataDocument: metadata }));
  await stage.iam().send(new CreateOpenIDConnectProviderCommand({ Url: "https://thing.example.com" }));
});

/** Tag, untag and list, for each kind of thing. */
const KINDS = {
  User: [TagUserCommand, UntagUserCommand, ListUserTagsCommand, () => ({ UserName: "thing" })],
  Role: [TagRoleCommand, UntagRoleCommand, ListRoleTagsCommand, () => ({ RoleName: "thing" })],
  InstanceProfile: [TagInstanceProfileCommand, UntagInstanceProfileCommand, ListInstanceProfileTagsCommand, () => ({ InstanceProfileName: "thing" })],
  Policy: [TagPolicyCommand, UntagPolicyCommand, ListPolicyTagsCommand, () => ({ PolicyArn: arn("policy/thing") })],
  SAMLProvider: [TagSAMLProviderCommand, UntagSAMLProviderCommand, ListSAMLProviderTagsCommand, () => ({ SAMLProviderArn: arn("saml-provider/thing") })],
  OpenIDConnectProvider: [TagOpenIDConnectProviderCommand, UntagOpenIDConnectProviderCommand, ListOpenIDConnectProviderTagsCommand, () => ({ OpenIDConnectProviderArn: arn("oidc-provider/thing.example.com") })],
} as const;

type Made = new (input: never) => object;
const send = (Command: Made, input: object) => stage.iam().send(new Command(input as never) as ListUserTagsCommand);
const tags = (...keys: readonly string[]): Tag[] => keys.map((Key) => ({ Key, Value: `${Key}.` }));

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])("the tags of a %s", (kind) => {
  const [Put, Remove, List, named] = KINDS[kind];
  const list = async (more: object = {}) => send(List, { ...named(), ...more });

  it("are put, replaced without regard to case, listed in pages and removed", async () => {
    await send(Put, { ...named(), Tags: tags("a", "b", "c") });
    await send(Put, { ...named(), Tags: [{ Key: "A", Value: "new" }] });
    const first = await list({ MaxItems: 2 });
    expect([first.Tags, first.IsTruncated]).toEqual([[{ Key: "A", Value: "new" }, { Key: "b", Value: "b." }], true]);
    expect((await list({ Marker: first.Marker })).Tags).toEqual(tags("c"));
    await send(Remove, { ...named(), TagKeys: ["B", "never"] });
    expect((await list()).Tags?.map(({ Key }) => Key)).toEqual(["A", "c"]);
  });

  it("are fifty at most, none of them AWS's", async () => {
    const many = Array.from({ length: 50 }, (_, index) => `k${index}`);
    expect(await failure(send(Put, { ...named(), Tags: tags(...many) }))).toBe("LimitExceeded: The number of tags has reached the maximum limit.");
    expect(await failure(send(Put, { ...named(), Tags: tags(...many, "one", "more") }))).toContain("at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
    expect(await failure(send(Put, { ...named(), Tags: tags("aws:x") }))).toContain("InvalidInput");
    expect(await failure(send(Put, { ...named(), Tags: [{ Key: "a#", Value: "" }] }))).toContain("at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}");
  });

  it("are of something that exists", async () => {
    const other = Object.fromEntries(Object.entries(named()).map(([member, value]) => [member, value.replace("thing", "none")]));
    expect(await failure(send(List, other))).toContain("NoSuchEntity");
  });
});
