import { type Aws, awsErrorName } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { ADDRESS_TAG } from "../inventory/index.ts";
import { minifyPolicy, type PolicyDocument } from "../policy/index.ts";
import { driftOf, type FoundRole, type RoleDrift } from "./compare.ts";
import { POLICY_NAME, type RoleSpec } from "./roles.ts";

/** How a role stands in the account that is asked. */
export interface RoleState {
  /** Absent when there is no such role. */
  readonly found?: FoundRole;
  readonly drift: readonly RoleDrift[];
}

/** Reads a role and says how it differs from what it should be. */
export async function inspectRole(aws: Aws, spec: RoleSpec): Promise<RoleState> {
  const found = await findRole(aws, spec.name);
  return { found, drift: found === undefined ? [] : driftOf(spec, found, POLICY_NAME) };
}

async function findRole(aws: Aws, RoleName: string): Promise<FoundRole | undefined> {
  const iam = await aws.iam();
  try {
    const { Role } = await iam.getRole({ RoleName });
    const [{ PolicyNames = [] }, { AttachedPolicies = [] }] = await Promise.all([iam.listRolePolicies({ RoleName }), iam.listAttachedRolePolicies({ RoleName })]);
    const inline = await Promise.all(PolicyNames.map(async (PolicyName) => [PolicyName, documentOf((await iam.getRolePolicy({ RoleName, PolicyName })).PolicyDocument)] as const));
    return {
      arn: Role?.Arn ?? "",
      ours: (Role?.Tags ?? []).some(({ Key }) => Key === ADDRESS_TAG),
      trust: documentOf(Role?.AssumeRolePolicyDocument),
      maxSessionSeconds: Role?.MaxSessionDuration ?? 3_600,
      inline: new Map(inline),
      attached: AttachedPolicies.map(({ PolicyArn = "" }) => PolicyArn),
    };
  } catch (error) {
    if (awsErrorName(error) === "NoSuchEntityException") return undefined;
    throw error;
  }
}

/** IAM answers documents in the form of URLs. */
const documentOf = (text = "%7B%22Statement%22%3A%5B%5D%7D"): PolicyDocument => JSON.parse(decodeURIComponent(text)) as PolicyDocument;

/**
 * Makes a role what it should be, and calls nothing where it is: further policies on it go, since nobody else may widen it.
 * @throws LandfallError LF7020 when a role of this name exists that does not carry landfall's tag.
 */
export async function ensureRole(aws: Aws, spec: RoleSpec): Promise<"created" | "updated" | "unchanged"> {
  const { found, drift } = await inspectRole(aws, spec);
  if (found === undefined) return create(aws, spec);
  if (!found.ours) throw notOurs(spec, found.arn);
  const iam = await aws.iam();
  const RoleName = spec.name;
  const about = new Set(drift.map((difference) => difference.about));
  // Narrower first: what others put on the role goes before its own policy changes.
  for (const PolicyArn of found.attached) await iam.detachRolePolicy({ RoleName, PolicyArn });
  for (const PolicyName of [...found.inline.keys()].filter((name) => name !== POLICY_NAME)) await iam.deleteRolePolicy({ RoleName, PolicyName });
  if (about.has("trust")) await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: minifyPolicy(spec.trust) });
  if (about.has("policy")) await iam.putRolePolicy({ RoleName, PolicyName: POLICY_NAME, PolicyDocument: minifyPolicy(spec.policy) });
  if (about.has("session")) await iam.updateRole({ RoleName, Description: spec.description, MaxSessionDuration: spec.maxSessionSeconds });
  return drift.length === 0 ? "unchanged" : "updated";
}

async function create(aws: Aws, { name: RoleName, description, trust, policy, maxSessionSeconds, tags }: RoleSpec): Promise<"created"> {
  const iam = await aws.iam();
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await iam.createRole({ RoleName, Description: description, AssumeRolePolicyDocument: minifyPolicy(trust), MaxSessionDuration: maxSessionSeconds, Tags });
  await iam.putRolePolicy({ RoleName, PolicyName: POLICY_NAME, PolicyDocument: minifyPolicy(policy) });
  return "created";
}

const notOurs = ({ name, kind }: RoleSpec, arn: string): LandfallError =>
  new LandfallError(
    {
      code: "LF7020",
      severity: "error",
      summary: `The role ${arn} exists, and landfall did not make it.`,
      detail: "It does not carry the tag that landfall's roles carry; somebody may use it for something else.",
      fix: `If it may be changed, say so:\n\n  aws iam tag-role --role-name ${name} --tags Key=${ADDRESS_TAG},Value=role:${kind}`,
    },
    "refused",
  );
