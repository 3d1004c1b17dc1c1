import type { Constraint } from "../../operation.ts";
import type { World } from "../../world.ts";
import { arnOf, oidcProviderArn, samlProviderArn } from "./arns.ts";
import { ARN, EXISTING_USER_NAME, INSTANCE_PROFILE_NAME, PAGE, required, ROLE_NAME, TAG_KEYS, TAGS } from "./constraints.ts";
import { noSuchEntity, policyNotFound } from "./errors.ts";
import { customerPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { keyOfName, oidcProvidersOf, policiesOf, samlProvidersOf, type Tag } from "./state.ts";
import { findInstanceProfile, findRole, findUser, putInstanceProfile, putRole, putUser } from "./stored.ts";
import { mergeTags, TAGS_QUOTA, withoutTags } from "./tags.ts";

interface Tagged {
  readonly tags: readonly Tag[];
  setTags(tags: readonly Tag[]): void;
}

/** A kind of thing that carries tags, and how an input names one. */
interface TaggedKind {
  readonly kind: string;
  readonly member: string;
  readonly constraint: Constraint;
  find(world: World, accountId: string, name: string): Tagged;
}

/** A record of a table, found and put back. */
function tagged<T extends { readonly tags: readonly Tag[] }>(record: T, put: (record: T) => void): Tagged {
  return { tags: record.tags, setTags: (tags) => put({ ...record, tags }) };
}

/** Service-linked roles may be tagged too. */
const KINDS: readonly TaggedKind[] = [
  {
    kind: "User",
    member: "UserName",
    constraint: EXISTING_USER_NAME,
    find: (world, accountId, name) => tagged(findUser(world, accountId, name), (user) => putUser(world, accountId, user)),
  },
  {
    kind: "Role",
    member: "RoleName",
    constraint: ROLE_NAME,
    find: (world, accountId, name) => tagged(findRole(world, accountId, name), (role) => putRole(world, accountId, role)),
  },
  {
    kind: "InstanceProfile",
    member: "InstanceProfileName",
    constraint: INSTANCE_PROFILE_NAME,
    find: (world, accountId, name) => tagged(findInstanceProfile(world, accountId, name), (profile) => putInstanceProfile(world, accountId, profile)),
  },
  {
    kind: "Policy",
    member: "PolicyArn",
    constraint: ARN,
    find(world, accountId, arn) {
      const policy = customerPolicy(world, accountId, arn);
      if (policy === undefined || arnOf(accountId, "policy", policy) !== arn) throw policyNotFound(arn);
      return tagged(policy, (record) => policiesOf(world, accountId).put(keyOfName(record.name), record));
    },
  },
  {
    kind: "SAMLProvider",
    member: "SAMLProviderArn",
    constraint: ARN,
    find(world, accountId, arn) {
      const provider = Array.from(samlProvidersOf(world, accountId).values()).find(({ name }) => samlProviderArn(accountId, name) === arn);
      if (provider === undefined) throw noSuchEntity(`Manifest not found for arn ${arn}`);
      return tagged(provider, (record) => samlProvidersOf(world, accountId).put(keyOfName(record.name), record));
    },
  },
  {
    kind: "OpenIDConnectProvider",
    member: "OpenIDConnectProviderArn",
    constraint: ARN,
    find(world, accountId, arn) {
      const provider = Array.from(oidcProvidersOf(world, accountId).values()).find(({ url }) => oidcProviderArn(accountId, url) === arn);
      if (provider === undefined) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
      return tagged(provider, (record) => oidcProvidersOf(world, accountId).put(record.url, record));
    },
  },
];

type Named = Readonly<Record<string, unknown>>;

const nameIn = (of: TaggedKind, input: Named): string => String(input[of.member]);

const tag = (of: TaggedKind) =>
  operation<Named & { readonly Tags: readonly Tag[] }>({
    name: `Tag${of.kind}`,
    input: { [of.member]: required(of.constraint), ...TAGS, Tags: { required: true, max: 50 } },
    errors: ["InvalidInput", "LimitExceeded", "NoSuchEntity"],
    quotas: [TAGS_QUOTA],
    run(call, input) {
      const found = of.find(call.world, accountOf(call), nameIn(of, input));
      found.setTags(mergeTags(found.tags, input.Tags));
      return {};
    },
  });

const untag = (of: TaggedKind) =>
  operation<Named & { readonly TagKeys: readonly string[] }>({
    name: `Untag${of.kind}`,
    input: { [of.member]: required(of.constraint), ...TAG_KEYS },
    errors: ["InvalidInput", "NoSuchEntity"],
    run(call, input) {
      const found = of.find(call.world, accountOf(call), nameIn(of, input));
      found.setTags(withoutTags(found.tags, input.TagKeys));
      return {};
    },
  });

const listTags = (of: TaggedKind) =>
  operation<Named & PageInput>({
    name: `List${of.kind}Tags`,
    input: { [of.member]: required(of.constraint), ...PAGE },
    errors: ["NoSuchEntity", "ValidationError"],
    run(call, input) {
      const numbered = of.find(call.world, accountOf(call), nameIn(of, input)).tags.map((item, index) => ({ item, place: String(100 + index) }));
      const { items, ...rest } = page(input, numbered, ({ place }) => place);
      return { Tags: items.map(({ item }) => item), ...rest };
    },
  });

export const taggingOperations = KINDS.flatMap((of) => [tag(of), untag(of), listTags(of)]);
