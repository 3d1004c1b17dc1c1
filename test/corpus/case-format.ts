import type { PolicyDocument, PolicyUse, Principal, RequestContext } from "../../src/policy/index.ts";

/** One line of a `*.jsonl` file: the neutral format of policy cases. What is absent is null. */
export interface PolicyCase {
  readonly id: string;
  readonly kind: "request" | "condition" | "action" | "resource" | "principal";
  readonly tags?: readonly string[];
  /** The page that the case is written from, and what it says there, in our words. */
  readonly source?: string;
  readonly notes?: string;
  readonly organisation?: CaseOrganization;
  readonly policies?: CasePolicies;
  readonly request: CaseRequest;
  readonly expected: CaseExpectation;
  readonly disputed?: string;
}

export interface CaseLevel {
  readonly node: string;
  readonly documents: readonly PolicyDocument[];
}

/** The levels of the other side (`resourceAccountScpLevels`, `principalAccountRcpLevels`) must not matter, so they are not read. */
export interface CaseOrganization {
  readonly managementAccountId?: string | null;
  readonly scpLevels?: readonly CaseLevel[] | null;
  readonly rcpLevels?: readonly CaseLevel[] | null;
}

export interface CasePolicies {
  readonly identity?: readonly PolicyDocument[] | null;
  readonly boundary?: readonly PolicyDocument[] | null;
  /** Ours: also several. */
  readonly session?: PolicyDocument | readonly PolicyDocument[] | null;
  readonly resource?: PolicyDocument | null;
  readonly endpoint?: readonly PolicyDocument[] | null;
  /** Ours: `interface` when absent. */
  readonly endpointType?: "interface" | "gateway";
}

export interface CaseRequest {
  /** An ARN, the name of a service or of an identity provider, or `{"type": "Anonymous"}`. Ours: a whole `Principal`. */
  readonly principal: string | { readonly type: "Anonymous" } | Principal;
  readonly sessionIssuerArn?: string | null;
  readonly action: string;
  readonly resource?: string | null;
  readonly resourceAccount?: string | null;
  readonly wildcardOnlyAction?: boolean;
  readonly context?: RequestContext;
  readonly contextMode?: "exact" | "derived";
  /** Ours: the keys whose value is not known, or the only ones that are known to be absent. */
  readonly unknownKeys?: readonly string[];
  readonly knownKeys?: readonly string[];
  /** Ours: facts about the caller and the resource that no ARN tells. */
  readonly outsideOrganization?: boolean;
  readonly canonicalUserId?: string;
  readonly awsManagedKey?: boolean;
}

export interface CaseExpectation {
  readonly decision: "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied" | "Denied" | "Unknown";
  readonly blockedBy?: PolicyUse;
  readonly statementMatches?: boolean;
  /** Ours, for `Unknown`. */
  readonly missingKeys?: readonly string[];
}
