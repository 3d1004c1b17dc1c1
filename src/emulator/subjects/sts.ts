import type { SubjectFacts, SubjectTable } from "./subject.ts";

/**
 * Those about something else than nothing are decided where the sessions are made, once it is known for whom.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Security Token Service".
 */
const OPERATIONS: Readonly<Record<string, SubjectFacts>> = {
  AssumeRole: { about: { RoleArn: ["role"] }, keys: ["iam:ResourceTag/${TagKey}", "sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity", "sts:TransitiveTagKeys"] },
  AssumeRoot: { about: { TargetPrincipal: ["root-user"] }, keys: ["sts:TaskPolicyArn"] },
  GetAccessKeyInfo: {},
  GetCallerIdentity: {},
  GetFederationToken: { about: { Name: ["federated-user"] } },
  GetSessionToken: {},
};

export const stsSubjects: SubjectTable = { prefix: "sts", operations: OPERATIONS, read: () => ({ resources: [], keys: {} }) };
