import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { samlProviderArn } from "./arns.ts";
import { ARN, required, SAML_PROVIDER_NAME, TAGS } from "./constraints.ts";
import { entityAlreadyExists, invalidInput, noSuchEntity, notEmulated, overQuota } from "./errors.ts";
import { accountOf, operation } from "./operation.ts";
import { keyOfName, type SamlProviderRecord, samlProvidersOf, type Tag } from "./state.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";

const METADATA = { min: 1_000, max: 10_000_000 };
const ENCRYPTION = { values: ["Required", "Allowed"] };
const CENTURY = 100 * 365.25 * 86_400_000;

interface SamlSettings {
  readonly AssertionEncryptionMode?: string;
  readonly AddPrivateKey?: string;
}

/** When the metadata ends to be valid. Unconfirmed: the hundred years that AWS shows where the metadata says nothing. */
function validUntil(metadata: string, now: number): number {
  if (!/<(\w+:)?EntityDescriptor[\s>]/.test(metadata) || !/<(\w+:)?IDPSSODescriptor[\s>]/.test(metadata)) {
    throw invalidInput("Could not parse metadata");
  }
  const stated = Date.parse(/\bvalidUntil="([^"]+)"/.exec(metadata)?.[1] ?? "");
  return Number.isNaN(stated) ? now + CENTURY : stated;
}

/** Private keys for encrypted assertions are not kept here. */
function refusePrivateKey({ AddPrivateKey }: SamlSettings): void {
  if (AddPrivateKey !== undefined) throw notEmulated("private keys of SAML providers");
}

function findProvider(call: Call, arn: string): SamlProviderRecord {
  const accountId = accountOf(call);
  if (!/^arn:aws:iam::\d{12}:saml-provider\//.test(arn)) throw invalidInput(`ARN ${arn} is not valid.`);
  const provider = samlProvidersOf(call.world, accountId).get(keyOfName(arn.split("/")[1] ?? ""));
  if (provider === undefined || samlProviderArn(accountId, provider.name) !== arn) throw noSuchEntity(`Manifest not found for arn ${arn}`);
  return provider;
}

interface CreateInput extends SamlSettings {
  readonly SAMLMetadataDocument: string;
  readonly Name: string;
  readonly Tags?: readonly Tag[];
}

const createSamlProvider = operation<CreateInput>({
  name: "CreateSAMLProvider",
  input: { SAMLMetadataDocument: required(METADATA), Name: required(SAML_PROVIDER_NAME), AssertionEncryptionMode: ENCRYPTION, ...TAGS },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded", "NotImplemented"],
  quotas: [`${IAM_QUOTAS.samlProviders} providers`, TAGS_QUOTA],
  run(call, input) {
    const accountId = accountOf(call);
    refusePrivateKey(input);
    const providers = samlProvidersOf(call.world, accountId);
    if (providers.has(keyOfName(input.Name))) throw entityAlreadyExists(`SAMLProvider for name ${input.Name} already exists.`);
    if (providers.size >= IAM_QUOTAS.samlProviders) throw overQuota("SAMLProvidersPerAccount", IAM_QUOTAS.samlProviders);
    const metadata = input.SAMLMetadataDocument;
    const provider: SamlProviderRecord = {
      name: input.Name,
      uuid: `SAML${call.world.randomId(17).toUpperCase()}`,
      metadata,
      createdAt: call.now,
      validUntil: validUntil(metadata, call.now),
      encryption: input.AssertionEncryptionMode,
      tags: newTags(input.Tags),
    };
    providers.put(keyOfName(provider.name), provider);
    return { SAMLProviderArn: samlProviderArn(accountId, provider.name), Tags: provider.tags };
  },
});

const getSamlProvider = operation<{ SAMLProviderArn: string }>({
  name: "GetSAMLProvider",
  input: { SAMLProviderArn: required(ARN) },
  errors: ["InvalidInput", "NoSuchEntity"],
  run(call, input) {
    const provider = findProvider(call, input.SAMLProviderArn);
    return {
      SAMLProviderUUID: provider.uuid,
      SAMLMetadataDocument: provider.metadata,
      CreateDate: provider.createdAt,
      ValidUntil: provider.validUntil,
      Tags: provider.tags,
      AssertionEncryptionMode: provider.encryption,
    };
  },
});

const listSamlProviders = operation<object>({
  name: "ListSAMLProviders",
  input: {},
  errors: [],
  run(call) {
    const list = Array.from(samlProvidersOf(call.world, accountOf(call)).values(), ({ name, validUntil: ValidUntil, createdAt: CreateDate }) => ({
      Arn: samlProviderArn(accountOf(call), name),
      ValidUntil,
      CreateDate,
    }));
    return { SAMLProviderList: list };
  },
});

const updateSamlProvider = operation<SamlSettings & { SAMLProviderArn: string; SAMLMetadataDocument?: string; RemovePrivateKey?: string }>({
  name: "UpdateSAMLProvider",
  input: { SAMLMetadataDocument: METADATA, SAMLProviderArn: required(ARN), AssertionEncryptionMode: ENCRYPTION },
  errors: ["InvalidInput", "NoSuchEntity", "NotImplemented"],
  run(call, input) {
    refusePrivateKey(input);
    if (input.RemovePrivateKey !== undefined) throw notEmulated("private keys of SAML providers");
    const before = findProvider(call, input.SAMLProviderArn);
    const metadata = input.SAMLMetadataDocument;
    const changed = metadata === undefined ? {} : { metadata, validUntil: validUntil(metadata, call.now) };
    const encryption = input.AssertionEncryptionMode ?? before.encryption;
    samlProvidersOf(call.world, accountOf(call)).put(keyOfName(before.name), { ...before, ...changed, encryption });
    return { SAMLProviderArn: input.SAMLProviderArn };
  },
});

const deleteSamlProvider = operation<{ SAMLProviderArn: string }>({
  name: "DeleteSAMLProvider",
  input: { SAMLProviderArn: required(ARN) },
  errors: ["InvalidInput", "NoSuchEntity"],
  run(call, input) {
    const { name } = findProvider(call, input.SAMLProviderArn);
    samlProvidersOf(call.world, accountOf(call)).delete(keyOfName(name));
    return {};
  },
});

export const samlProviderOperations = [createSamlProvider, getSamlProvider, listSamlProviders, updateSamlProvider, deleteSamlProvider];
