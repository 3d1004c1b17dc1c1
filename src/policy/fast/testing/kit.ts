import type { PolicyChain, PolicyLevel } from "../../chain.ts";
import type { Outcome } from "../../decision.ts";
import type { ConditionBlock, PolicyDocument, PolicyStatement } from "../../document.ts";
import type { ContextMode, FederatedUserSession, IamUser, Request, RequestContext, RoleSession, RootUser, ServicePrincipal } from "../../request/request.ts";
import { compileChain } from "../chain.ts";
import { decide } from "../decide.ts";
import { explain } from "../explain.ts";

/** For tests: short ways to write policies and requests down. */
export const OWN = "111122223333";
export const OTHER = "444455556666";
export const MANAGEMENT = "999999999999";

export const user: IamUser = { type: "user", arn: `arn:aws:iam::${OWN}:user/alice`, accountId: OWN };
export const root: RootUser = { type: "root", arn: `arn:aws:iam::${OWN}:root`, accountId: OWN };
export const session: RoleSession = { type: "role-session", roleArn: `arn:aws:iam::${OWN}:role/app/Writer`, arn: `arn:aws:sts::${OWN}:assumed-role/Writer/bob`, accountId: OWN };
export const federated: FederatedUserSession = { type: "federated-user", arn: `arn:aws:sts::${OWN}:federated-user/carol`, issuerArn: user.arn, accountId: OWN };
export const service: ServicePrincipal = { type: "service", names: ["logs.amazonaws.com", "logs.eu-west-1.amazonaws.com"] };
export const serviceLinked: RoleSession = { type: "role-session", roleArn: `arn:aws:iam::${OWN}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`, accountId: OWN };

export const policy = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });
export const named = (document: PolicyDocument, name = "a policy") => ({ name, document });

export const ALLOW_ALL: PolicyStatement = { Effect: "Allow", Action: "*", Resource: "*" };
export const DENY_ALL: PolicyStatement = { Effect: "Deny", Action: "*", Resource: "*" };
export const FULL_ACCESS = named(policy(ALLOW_ALL), "FullAWSAccess");
export const level = (name: string, ...statements: PolicyStatement[]): PolicyLevel => ({ name, policies: statements.length === 0 ? [] : [named(policy(...statements))] });
export const allows = (...statements: PolicyStatement[]) => [named(policy(...statements))];

/** An Allow or Deny of everything to a principal, as resource policies have them. */
export const grant = (Principal: PolicyStatement["Principal"], more: Partial<PolicyStatement> = {}): PolicyStatement => ({ ...ALLOW_ALL, Principal, ...more });

/** A user that reads an object in its own account. */
export const request = (more: Partial<Request> = {}): Request => ({ principal: user, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/key", context: {}, ...more });

/** What is decided; the explanation is held to it on the way. */
export function outcome(chain: Partial<PolicyChain>, asked: Partial<Request> = {}): Outcome {
  const compiled = compileChain({ identity: [], ...chain });
  const decision = decide(compiled, request(asked));
  const explained = explain(compiled, request(asked)).decision;
  if (JSON.stringify(decision) !== JSON.stringify(explained)) throw new RangeError(`decided ${JSON.stringify(decision)}, explained ${JSON.stringify(explained)}`);
  return decision.outcome;
}

const ANSWERS: Readonly<Record<Outcome, "yes" | "no" | "unknown">> = { allowed: "yes", implicitDeny: "no", explicitDeny: "no", unknown: "unknown" };

/** Whether a statement matches a request. */
export const matches = (statement: Partial<PolicyStatement>, asked: Partial<Request> = {}, document: Partial<PolicyDocument> = {}) =>
  ANSWERS[outcome({ identity: [named({ ...policy({ ...ALLOW_ALL, ...statement }), ...document })] }, asked)];

/** Whether a condition holds in a context. */
export const holds = (Condition: ConditionBlock, context: RequestContext = {}, contextMode: ContextMode = "exact") => matches({ Condition }, { context, contextMode });
