/** Who signed a request: told from its access key. */
export interface Principal {
  readonly accountId: string;
  /** For example `arn:aws:iam::111111111111:root` or `arn:aws:sts::111111111111:assumed-role/admin/s1`. */
  readonly arn: string;
  /** What `GetCallerIdentity` answers as UserId. */
  readonly userId: string;
  /** Absent when a long-lived key signed. */
  readonly session?: Session;
}

export interface SessionTag {
  readonly Key: string;
  readonly Value: string;
}

/** What temporary credentials carry along. */
export interface Session {
  /** By which call of STS they came: AssumeRole, GetSessionToken, GetFederationToken, AssumeRoot. */
  readonly kind: "role" | "session-token" | "federated-user" | "root";
  /** The role with its path, or the user or root user who asked for them; its unique id. */
  readonly issuerArn: string;
  readonly issuerId: string;
  /** Milliseconds since the epoch by the emulator's clock. */
  readonly issuedAt: number;
  /** Session policies: they limit, and never allow by themselves. */
  readonly policy?: string;
  readonly policyArns?: readonly string[];
  readonly tags?: readonly SessionTag[];
  /** Keys of tags that go along when another role is assumed. */
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: string;
}

/** The name of the user that an ARN is of. */
export const userNameOf = (arn: string): string | undefined => /^arn:[^:]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
