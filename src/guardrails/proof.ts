import type { ManagementDocument, PlainRequest, RequestContext } from "../policy/index.ts";
import { exemptArns } from "./exempt.ts";
import type { ActCase, GuardrailPlace, ParameterValue, RequestCase } from "./guardrail.ts";
import type { Act } from "./settings-enforced.ts";

/** The accounts in proofs: a member, another member, the management account, and one of another organization. */
export const MEMBER = "111111111111";
export const SIBLING = "222222222222";
export const MANAGEMENT = "999999999999";
export const OUTSIDER = "777777777777";

/** The organization in proofs. */
export const PROOF_PLACE: GuardrailPlace = {
  partition: "aws",
  organizationId: "o-exampleorgid",
  homeRegion: "eu-central-1",
  regions: ["eu-central-1", "eu-west-1"],
  exempt: exemptArns("aws", ["break-glass"]),
};

const role = (name: string, account = MEMBER): string => `arn:aws:iam::${account}:role/${name}`;

/** Who asks in proofs. Everybody's own policies allow everything. */
export const WHO = {
  administrator: role("administrator"),
  root: `arn:aws:iam::${MEMBER}:root`,
  user: `arn:aws:iam::${MEMBER}:user/alice`,
  person: role("aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef"),
  landfall: role("landfall-member"),
  stackSets: role("stacksets-exec-0123456789abcdef"),
  organizationAccess: role("OrganizationAccountAccessRole"),
  breakGlass: role("break-glass"),
  serviceLinked: role("aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"),
  management: role("administrator", MANAGEMENT),
  sibling: role("administrator", SIBLING),
  outsider: role("administrator", OUTSIDER),
} as const;

interface Asked extends Partial<Omit<PlainRequest, "action" | "context">> {
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly context?: RequestContext;
}

const requestCase = (outcome: RequestCase["outcome"]) => (says: string, action: string, resource?: string, { parameters, ...asked }: Asked = {}): RequestCase => ({
  says,
  outcome,
  request: { principal: WHO.administrator, action, resource, resourceAccount: MEMBER, ...asked },
  ...(parameters === undefined ? {} : { parameters }),
});

/** A request that the guardrail must deny: the member's administrator's, where nobody else is named. */
export const denied = requestCase("denied");
/** A request that must go on working. */
export const works = requestCase("works");

/** Something done under settings, and under those of a policy further down where one is given. */
export const act = (outcome: ActCase["outcome"], says: string, does: Act, below?: ManagementDocument): ActCase => ({ says, outcome, act: does, ...(below === undefined ? {} : { below }) });
