import type { NamedPolicy, PolicyDocument, RequestContext } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { partitionNamed } from "../partitions.ts";
import { parameterArn, secretNamed, secretsBelow } from "../services/ssm/index.ts";
import { type Further, type FurtherSubject, type Input, textIn, textsIn } from "./subject.ts";

/**
 * Secure strings are sealed with the account's own key for Parameter Store, which Systems Manager uses in the caller's
 * name: the key's policy lets every principal of the account, but what another policy denies stays denied.
 * Source: Systems Manager User Guide, "How AWS Systems Manager Parameter Store uses AWS KMS". Unconfirmed: the text of
 * the key's policy. The key has no id here: its ARN ends in `*`.
 */
function sealing(call: Call, names: readonly string[]): FurtherSubject | undefined {
  if (names.length === 0) return undefined;
  const { region, principal } = call;
  const arn = `arn:${partitionNamed(region)}:kms:${region}:${principal.accountId}:key/*`;
  const via = `ssm.${region}.amazonaws.com`;
  const sealed = (name: string): RequestContext => ({ "kms:EncryptionContext:PARAMETER_ARN": parameterArn(name, call), "kms:EncryptionContextKeys": ["PARAMETER_ARN"] });
  return {
    resources: names.map((name) => ({ arn, tags: sealed(name) })),
    keys: { "kms:CallerAccount": principal.accountId, "kms:ViaService": via, "kms:ResourceAliases": ["alias/aws/ssm"] },
    policy: keyPolicyOf(principal.accountId, via),
    via: "ssm.amazonaws.com",
  };
}

const keyPolicies = new Map<string, NamedPolicy>();

/** One object for each text: compiled chains are found by it. */
function keyPolicyOf(accountId: string, via: string): NamedPolicy {
  const key = `${accountId} ${via}`;
  let policy = keyPolicies.get(key);
  if (policy === undefined) {
    const Condition = { StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": via } };
    const document: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: "*" }, Action: ["kms:Encrypt", "kms:Decrypt"], Resource: "*", Condition } };
    keyPolicies.set(key, (policy = { name: "key policy of alias/aws/ssm", document }));
  }
  return policy;
}

/** Reading with decryption, of those named that are secret. */
const decrypting = (secrets: (call: Call, input: Input) => readonly string[]): Further => ({
  action: "kms:Decrypt",
  given: "WithDecryption",
  subject: (call, input) => sealing(call, secrets(call, input)),
});

const OF_NAMES = decrypting((call, input) => [...textsIn(input, "Name"), ...textsIn(input, "Names")].flatMap((given) => secretNamed(call, given) ?? []));

/** Source: Systems Manager API Reference, "PutParameter". Later values of a secret are sealed as the first is. */
const ENCRYPTING: Further = {
  action: "kms:Encrypt",
  subject(call, input) {
    const given = textIn(input, "Name") ?? "";
    const isSecret = (textIn(input, "Type") ?? (secretNamed(call, given) === undefined ? "String" : "SecureString")) === "SecureString";
    return sealing(call, isSecret ? [given.trim()] : []);
  },
};

export const SSM_FURTHER: Readonly<Record<string, readonly Further[]>> = {
  GetParameter: [OF_NAMES],
  GetParameterHistory: [OF_NAMES],
  GetParameters: [OF_NAMES],
  GetParametersByPath: [decrypting((call, input) => secretsBelow(call, textIn(input, "Path") ?? "", input["Recursive"] === true))],
  PutParameter: [{ action: "ssm:AddTagsToResource", given: "Tags" }, ENCRYPTING],
};
