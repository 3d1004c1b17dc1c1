import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { oidcProviderArn } from "./arns.ts";
import { ARN, required, TAGS } from "./constraints.ts";
import { entityAlreadyExists, invalidInput, noSuchEntity, overQuota } from "./errors.ts";
import { accountOf, operation } from "./operation.ts";
import { type OidcProviderRecord, oidcProvidersOf, type Tag } from "./state.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";

const CLIENT_ID = { min: 1, max: 255 };
const THUMBPRINT = { min: 40, max: 40 };

function providerOf(call: Call, arn: string): OidcProviderRecord | undefined {
  const match = /^arn:aws:iam::(\d{12}):oidc-provider\/(.+)$/.exec(arn);
  if (!match) throw invalidInput(`ARN ${arn} is not valid.`);
  return match[1] === accountOf(call) ? oidcProvidersOf(call.world, accountOf(call)).get(match[2] ?? "") : undefined;
}

function findProvider(call: Call, arn: string): OidcProviderRecord {
  const provider = providerOf(call, arn);
  if (provider === undefined) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return provider;
}

const putProvider = (call: Call, provider: OidcProviderRecord): void => oidcProvidersOf(call.world, accountOf(call)).put(provider.url, provider);

function checkThumbprints(thumbprints: readonly string[]): void {
  if (thumbprints.length > IAM_QUOTAS.thumbprintsPerOidcProvider) throw invalidInput("Thumbprint list must contain fewer than 5 entries.");
}

interface CreateInput {
  readonly Url: string;
  readonly ClientIDList?: readonly string[];
  readonly ThumbprintList?: readonly string[];
  readonly Tags?: readonly Tag[];
}

/** AWS reads a thumbprint that is not given from the provider's server; nothing here is asked over the network, so there is none. */
const createOidcProvider = operation<CreateInput>({
  name: "CreateOpenIDConnectProvider",
  input: { Url: required({ min: 1, max: 255 }), "ClientIDList[]": CLIENT_ID, "ThumbprintList[]": THUMBPRINT, ...TAGS },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded"],
  quotas: [
    `${IAM_QUOTAS.oidcProviders} providers`, `${IAM_QUOTAS.clientIdsPerOidcProvider} clients`, `${IAM_QUOTAS.thumbprintsPerOidcProvider} thumbprints`,
    TAGS_QUOTA,
  ],
  run(call, input) {
    const url = /^https:\/\/([^/?#\s]+[^?#\s]*?)\/?$/.exec(input.Url)?.[1];
    if (url === undefined) throw invalidInput("Invalid Open ID Connect Provider URL");
    const providers = oidcProvidersOf(call.world, accountOf(call));
    if (providers.has(url)) throw entityAlreadyExists(`Provider with url ${input.Url} already exists.`);
    if (providers.size >= IAM_QUOTAS.oidcProviders) throw overQuota("OpenIdConnectProvidersPerAccount", IAM_QUOTAS.oidcProviders);
    const clientIds = [...new Set(input.ClientIDList ?? [])];
    if (clientIds.length > IAM_QUOTAS.clientIdsPerOidcProvider) throw overQuota("ClientIdsPerOpenIdConnectProvider", IAM_QUOTAS.clientIdsPerOidcProvider);
    checkThumbprints(input.ThumbprintList ?? []);
    const provider = { url, clientIds, thumbprints: input.ThumbprintList ?? [], createdAt: call.now, tags: newTags(input.Tags) };
    putProvider(call, provider);
    return { OpenIDConnectProviderArn: oidcProviderArn(accountOf(call), url), Tags: provider.tags };
  },
});

const getOidcProvider = operation<{ OpenIDConnectProviderArn: string }>({
  name: "GetOpenIDConnectProvider",
  input: { OpenIDConnectProviderArn: required(ARN) },
  errors: ["InvalidInput", "NoSuchEntity"],
  run(call, input) {
    const { url, clientIds, thumbprints, createdAt, tags } = findProvider(call, input.OpenIDConnectProviderArn);
    return { Url: url, ClientIDList: clientIds, ThumbprintList: thumbprints, CreateDate: createdAt, Tags: tags };
  },
});

const listOidcProviders = operation<object>({
  name: "ListOpenIDConnectProviders",
  input: {},
  errors: [],
  run: (call) => ({
    OpenIDConnectProviderList: Array.from(oidcProvidersOf(call.world, accountOf(call)).values(), ({ url }) => ({ Arn: oidcProviderArn(accountOf(call), url) })),
  }),
});

interface ClientInput {
  readonly OpenIDConnectProviderArn: string;
  readonly ClientID: string;
}

const CLIENT_INPUT = { OpenIDConnectProviderArn: required(ARN), ClientID: required(CLIENT_ID) };

/** Adding one that is there changes nothing. */
const addClientId = operation<ClientInput>({
  name: "AddClientIDToOpenIDConnectProvider",
  input: CLIENT_INPUT,
  errors: ["InvalidInput", "LimitExceeded", "NoSuchEntity"],
  quotas: [`${IAM_QUOTAS.clientIdsPerOidcProvider} clients`],
  run(call, input) {
    const provider = findProvider(call, input.OpenIDConnectProviderArn);
    if (provider.clientIds.includes(input.ClientID)) return {};
    const most = IAM_QUOTAS.clientIdsPerOidcProvider;
    if (provider.clientIds.length >= most) throw overQuota("ClientIdsPerOpenIdConnectProvider", most);
    putProvider(call, { ...provider, clientIds: [...provider.clientIds, input.ClientID] });
    return {};
  },
});

/** Removing one that is not there is no error. */
const removeClientId = operation<ClientInput>({
  name: "RemoveClientIDFromOpenIDConnectProvider",
  input: CLIENT_INPUT,
  errors: ["InvalidInput", "NoSuchEntity"],
  run(call, input) {
    const provider = findProvider(call, input.OpenIDConnectProviderArn);
    putProvider(call, { ...provider, clientIds: provider.clientIds.filter((id) => id !== input.ClientID) });
    return {};
  },
});

const updateThumbprint = operation<{ OpenIDConnectProviderArn: string; ThumbprintList: readonly string[] }>({
  name: "UpdateOpenIDConnectProviderThumbprint",
  input: { OpenIDConnectProviderArn: required(ARN), ThumbprintList: { required: true }, "ThumbprintList[]": THUMBPRINT },
  errors: ["InvalidInput", "NoSuchEntity"],
  quotas: [`${IAM_QUOTAS.thumbprintsPerOidcProvider} thumbprints`],
  run(call, input) {
    const provider = findProvider(call, input.OpenIDConnectProviderArn);
    checkThumbprints(input.ThumbprintList);
    putProvider(call, { ...provider, thumbprints: input.ThumbprintList });
    return {};
  },
});

/** Deleting one that is not there is no error: the operation is idempotent. */
const deleteOidcProvider = operation<{ OpenIDConnectProviderArn: string }>({
  name: "DeleteOpenIDConnectProvider",
  input: { OpenIDConnectProviderArn: required(ARN) },
  errors: ["InvalidInput"],
  run(call, input) {
    const provider = providerOf(call, input.OpenIDConnectProviderArn);
    if (provider !== undefined) oidcProvidersOf(call.world, accountOf(call)).delete(provider.url);
    return {};
  },
});

export const oidcProviderOperations = [
  createOidcProvider, getOidcProvider, listOidcProviders, addClientId, removeClientId, updateThumbprint, deleteOidcProvider,
];
