/**
 * One request as AWS authorizes it: one action on one resource. A call that touches several resources, or that needs
 * further actions such as `iam:PassRole`, is several requests, and all must be allowed.
 * Source: IAM User Guide, "Policy evaluation logic", "Processing the request context".
 */
export interface Request {
  readonly principal: Principal;
  /** `service:Name`, in any case: `s3:PutObject`. */
  readonly action: string;
  /**
   * The ARN of the resource, taken literally: a `*` in it is a character and no wildcard. Absent for an action that has
   * no resource type; IAM asks those on the text `*`.
   */
  readonly resource?: string;
  /**
   * The account that owns the resource. When absent it is read from the ARN; when the ARN names none (as those of S3
   * do, or those of AWS's own policies), or there is no resource, it is the principal's own.
   */
  readonly resourceAccount?: string;
  /** True for a KMS key whose alias begins with `aws/`: RCPs do not reach it, other accounts cannot use it. */
  readonly awsManagedKey?: boolean;
  readonly context: RequestContext;
  /** What it means that a key is not in `context`; `exact` when absent. */
  readonly contextMode?: ContextMode;
}

/**
 * Condition keys and their values, all as text: `true`, `2026-01-31T00:00:00Z`, `1024`. A list is several values of one
 * multivalued key; a list of one is the same as its value, an empty list the same as no key. The empty text is a value.
 * AWS compares the names of keys without case; where one record spells a key twice, the later one counts.
 */
export type RequestContext = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * `exact`: a key that is not given is absent from the request. `unknown`: these keys may or may not be there, with any
 * value; every other key that is not given is absent. `known`: the other way round, a key that is neither given nor
 * listed may be there. Names are in lower case; one that ends in `/*` stands for every key with that part before its
 * first slash (`aws:principaltag/*`). A key that is given is known, whatever the lists say.
 */
export type ContextMode = "exact" | { readonly unknown: ReadonlySet<string> } | { readonly known: ReadonlySet<string> };

/**
 * Who makes the request. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 * A role by itself is a session of it that has no name here; a service-linked role is a role session whose role ARN says so
 * (`isServiceLinkedRole`); a call that a service makes with the caller's forward access session is the caller's own:
 * `forwardedRequest` makes it.
 */
export type Principal = RootUser | IamUser | RoleSession | FederatedUserSession | WebIdentity | SamlIdentity | ServicePrincipal | Anonymous;

/** What every principal that belongs to an account has. */
interface OfAccount {
  /** 12 digits. */
  readonly accountId: string;
  /** True when the account belongs to another organization, or to none: the SCPs of the chain do not reach it. */
  readonly outsideOrganization?: boolean;
  /** The canonical user id of the account, which S3 policies may name. */
  readonly canonicalUserId?: string;
}

/** The root user of an account, or a root session from `sts:AssumeRoot`, which comes with a session policy. */
export interface RootUser extends OfAccount {
  readonly type: "root";
  /** `arn:aws:iam::111122223333:root` */
  readonly arn: string;
}

/** An IAM user, with long-term keys or with a session from `sts:GetSessionToken`. */
export interface IamUser extends OfAccount {
  readonly type: "user";
  /** `arn:aws:iam::111122223333:user/path/name` */
  readonly arn: string;
}

/** A session of a role, however it was assumed: also chained, tagged, from SAML or web identity, by Identity Center. */
export interface RoleSession extends OfAccount {
  readonly type: "role-session";
  /** The role with its path: `arn:aws:iam::111122223333:role/path/name`. */
  readonly roleArn: string;
  /** `arn:aws:sts::111122223333:assumed-role/name/session`; absent when the session plays no part. */
  readonly arn?: string;
}

/** A session from `sts:GetFederationToken`. */
export interface FederatedUserSession extends OfAccount {
  readonly type: "federated-user";
  /** `arn:aws:sts::111122223333:federated-user/name` */
  readonly arn: string;
  /** The user, or the root user, that asked for the session. */
  readonly issuerArn: string;
}

/** The holder of a token who calls `sts:AssumeRoleWithWebIdentity`; the session it gets is a role session. */
export interface WebIdentity {
  readonly type: "web-identity";
  /** As in a trust policy: the ARN of an OIDC provider, or a name such as `accounts.google.com`. */
  readonly provider: string;
}

/** The holder of an assertion who calls `sts:AssumeRoleWithSAML`; the session it gets is a role session. */
export interface SamlIdentity {
  readonly type: "saml";
  /** The ARN of the SAML provider. */
  readonly provider: string;
}

/** An AWS service that calls as itself, not with a role of the customer and not with the caller's forwarded session. */
export interface ServicePrincipal {
  readonly type: "service";
  /** All names of the service in this call: `["logs.amazonaws.com", "logs.eu-west-1.amazonaws.com"]`. */
  readonly names: readonly string[];
}

/** An unsigned request. */
export interface Anonymous {
  readonly type: "anonymous";
}
