/** Actions that no policy can make possible for some callers. */
export interface Ungrantable {
  /** In lower case. */
  readonly service: string;
  /** Names of actions, in lower case: these only, or all of the service but these. */
  readonly only?: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
  /** `other-account`: a caller of another account than the resource's; not services and other callers without account. */
  readonly caller: "other-account" | "root" | "role-session" | "federated-user";
}

export const UNGRANTABLE: readonly Ungrantable[] = [
  {
    // KMS Developer Guide, "Allowing users in other accounts to use a KMS key": "Cross-account permission is effective only
    // for the following operations"; permission for others has "no effect". Those whose page in the KMS API Reference says
    // "Cross-account use: Yes".
    service: "kms",
    except: new Set([
      "decrypt", "derivesharedsecret", "encrypt", "generatedatakey", "generatedatakeypair", "generatedatakeypairwithoutplaintext",
      "generatedatakeywithoutplaintext", "generatemac", "getpublickey", "reencryptfrom", "reencryptto", "sign", "verify", "verifymac",
      "creategrant", "describekey", "getkeyrotationstatus", "listgrants", "retiregrant", "revokegrant",
    ]),
    caller: "other-account",
  },
  // S3 API Reference, PutBucketPolicy: the caller must "belong to the bucket owner's account in order to use this operation".
  { service: "s3", only: new Set(["getbucketpolicy", "putbucketpolicy", "deletebucketpolicy"]), caller: "other-account" },
  {
    // SQS Developer Guide, "Limitations of Amazon SQS custom policies": "Cross-account permissions don't apply to the
    // following actions".
    service: "sqs",
    only: new Set([
      "addpermission", "cancelmessagemovetask", "createqueue", "deletequeue", "listmessagemovetasks", "listqueues", "listqueuetags",
      "removepermission", "setqueueattributes", "startmessagemovetask", "tagqueue", "untagqueue",
    ]),
    caller: "other-account",
  },
  // Open question root-assume-role.
  { service: "sts", only: new Set(["assumerole"]), caller: "root" },
  // IAM User Guide, "Compare AWS STS credentials": those of a role "cannot call GetFederationToken or GetSessionToken".
  { service: "sts", only: new Set(["getfederationtoken", "getsessiontoken"]), caller: "role-session" },
  // STS API Reference, GetFederationToken: "You cannot call any STS operations except GetCallerIdentity."
  { service: "sts", except: new Set(["getcalleridentity"]), caller: "federated-user" },
];
