import type { Principal } from "../../policy/index.ts";

/** Where somebody is asked whether he can still do his part. */
export interface Place {
  readonly partition: string;
  readonly homeRegion: string;
  readonly accountId: string;
  readonly managementAccountId: string;
  readonly organizationId: string;
  /** As `aws:PrincipalOrgPaths` has it: `o-…/r-…/ou-…/`. */
  readonly organizationPath: string;
  /** The same of the management account. */
  readonly managementPath: string;
  /** Roles that guardrails let through, as the organization file names them. */
  readonly exemptRoles: readonly string[];
  /** Services with trusted access. */
  readonly trusted: ReadonlySet<string>;
  /** Services that the account administers for the organization. */
  readonly administers: ReadonlySet<string>;
}

/** One thing that must stay possible. */
export interface Duty {
  readonly action: string;
  readonly resource: string;
  readonly principal: Principal;
}

/** Somebody whom an organization cannot do without. */
export interface Keeper {
  /** For people: `landfall`. */
  readonly name: string;
  /** What stops when it is shut out. */
  readonly without: string;
  /** What it has to do in an account; none where it has no part there. */
  readonly duties: (place: Place) => readonly Duty[];
}

const roleArn = ({ partition, accountId }: Pick<Place, "partition" | "accountId">, name: string): string => `arn:${partition}:iam::${accountId}:role/${name}`;
const inside = (place: Place, name: string): Principal => ({ type: "role-session", accountId: place.accountId, roleArn: roleArn(place, name) });

/** Coming from the management account, which SCPs do not bind: only RCPs and the role's trust can be in the way. */
const entering = (place: Place, name: string): Duty => {
  const home = { partition: place.partition, accountId: place.managementAccountId };
  return { action: "sts:AssumeRole", resource: roleArn(place, name), principal: { type: "role-session", accountId: place.managementAccountId, roleArn: roleArn(home, "landfall-apply") } };
};

const acting = (place: Place, role: string, things: Readonly<Record<string, string>>): Duty[] => Object.entries(things).map(([action, resource]) => ({ action, resource, principal: inside(place, role) }));

const bucket = ({ partition }: Place): string => `arn:${partition}:s3:::landfall-any`;

/** The name that AWS's StackSets service gives, with its own sixteen digits behind. */
const STACKSETS_ROLE = "stacksets-exec-0123456789abcdef0123456789abcdef";

/**
 * Whom the guard watches over. SCPs do not bind the management account, so what landfall does there, taking a run back
 * included, stays possible as long as Organizations itself lets it.
 */
export const KEEPERS: readonly Keeper[] = [
  {
    name: "landfall",
    without: "it can no longer look into the account",
    duties: (place) => [entering(place, "landfall-member"), ...acting(place, "landfall-member", { "iam:GetRole": roleArn(place, "landfall-member"), "iam:ListRolePolicies": roleArn(place, "landfall-member") })],
  },
  {
    name: "StackSets",
    without: "baselines can no longer be rolled out there",
    duties: (place) =>
      place.trusted.has("member.org.stacksets.cloudformation.amazonaws.com")
        ? acting(place, STACKSETS_ROLE, {
            "cloudformation:CreateStack": `arn:${place.partition}:cloudformation:${place.homeRegion}:${place.accountId}:stack/StackSet-any/any`,
            "iam:CreateRole": roleArn(place, "landfall-any"),
            "s3:CreateBucket": bucket(place),
          })
        : [],
  },
  {
    name: "break-glass",
    without: "nobody can get in when everything else fails",
    duties: (place) =>
      place.exemptRoles.filter((name) => /break-?glass/i.test(name) && !/[*?:]/.test(name)).flatMap((name) => [
        entering(place, name),
        ...acting(place, name, { "ec2:StopInstances": `arn:${place.partition}:ec2:${place.homeRegion}:${place.accountId}:instance/any`, "iam:UpdateAssumeRolePolicy": roleArn(place, "any"), "s3:PutBucketPolicy": bucket(place) }),
      ]),
  },
  {
    name: "the security team",
    without: "its role can no longer read what happens there",
    duties: (place) => [entering(place, "landfall-audit"), ...acting(place, "landfall-audit", { "iam:GetAccountAuthorizationDetails": "*", "cloudtrail:LookupEvents": "*", "s3:GetBucketPolicy": bucket(place) })],
  },
  {
    name: "Identity Center's administrator",
    without: "people's access can no longer be given or taken away",
    duties: (place) =>
      place.administers.has("sso.amazonaws.com")
        ? acting(place, "administrator", { "sso:CreateAccountAssignment": `arn:${place.partition}:sso:::instance/ssoins-0000000000000000`, "sso:DeleteAccountAssignment": `arn:${place.partition}:sso:::instance/ssoins-0000000000000000` })
        : [],
  },
];
