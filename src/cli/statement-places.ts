import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type AccessModel, type AttachedPolicy, attachedPoliciesIn, type Decider } from "../access/index.ts";
import { type Loaded, placeOfSpan } from "../config/index.ts";
import type { Place, ValuePath } from "../diagnostics/index.ts";
import { nameOfStatement, namesInPack, sidOf, statementsOf } from "../guardrails/index.ts";
import { policyAddress } from "../ids/index.ts";
import { accountsOf, nodesOf, type Organization, type PermissionSet, type Role } from "../organization/index.ts";
import { parsePolicyText } from "../policy/index.ts";
import type { ToldStatement } from "../report/index.ts";

export type StatementTeller = (decider: Decider) => ToldStatement;

export interface TellerOptions {
  readonly placeOf?: Loaded["placeOf"] | undefined;
  /** The organization file's folder, and the working folder; absolute. */
  readonly folder: string;
  readonly cwd: string;
}

/** The guardrails in a policy of a model, by the names that the organization file gives them. */
export function guardrailsIn({ name, description = "", document = { Statement: [] } }: AttachedPolicy): readonly string[] {
  const pack = { name, description, document };
  return namesInPack(pack);
}

/**
 * Says what led to a statement: a policy, a guardrail or a role's own policy, and where the organization file has it. A
 * snapshot has no file beside it, and so no places.
 */
export function statementTeller(model: AccessModel, organization?: Organization, options?: TellerOptions): StatementTeller {
  const policies = attachedPoliciesIn(model);
  const places = organization === undefined ? new Map<string, ValuePath>() : guardrailPlaces(organization);
  return (decider) => {
    const policy = decider.kind === "scp" || decider.kind === "rcp" ? policies.get(policyAddress(decider.kind, decider.policy)) : undefined;
    const guardrail = policy === undefined ? undefined : nameOfStatement({ Sid: decider.sid ?? "" }, guardrailsIn(policy));
    const path = guardrail === undefined ? undefined : places.get(guardrail);
    const at = guardrail === undefined ? (organization && options && statementPlace(organization, decider, options)) : path && options?.placeOf?.(path);
    const told = guardrail === undefined ? { policy: decider.policy } : { policy: `guardrail ${guardrail}`, guardrail, ...withoutName(decider, guardrail) };
    return { ...told, ...(at === undefined ? {} : { at }) };
  };
}

/** A pack puts the guardrail's name before each Sid. */
function withoutName({ sid = "" }: Decider, guardrail: string): { readonly sid?: string } {
  const rest = sid.slice(sidOf(guardrail).length);
  return rest === "" ? {} : { sid: rest };
}

/** Where the file first says that a guardrail holds, by the guardrail's name. */
function guardrailPlaces(organization: Organization): Map<string, ValuePath> {
  const nodes = nodesOf(organization);
  const lists = [...nodes.map(({ node, path }) => ({ names: node.guardrails, path })), ...accountsOf(organization, nodes).map(({ account, path }) => ({ names: account.guardrails, path }))];
  const found = new Map<string, ValuePath>();
  for (const { names = [], path } of lists) for (const [index, name] of names.entries()) if (!found.has(name)) found.set(name, [...path, "guardrails", index]);
  return found;
}

/** A document in the organization file, or in a file that it names. */
interface Holder {
  readonly path: ValuePath;
  readonly file?: string | undefined;
}

function statementPlace(organization: Organization, decider: Decider, options: TellerOptions): Place | undefined {
  const holder = decider.kind === "scp" || decider.kind === "rcp" ? organizationPolicy(organization, decider) : ownPolicy(organization, decider);
  if (holder === undefined) return undefined;
  return holder.file === undefined ? options.placeOf?.([...holder.path, "Statement", decider.statementIndex]) : placeInFile(holder.file, decider, options);
}

function organizationPolicy({ policies = {} }: Organization, { kind, policy: name, sid, statementIndex }: Decider): Holder | undefined {
  const [key, policy] = Object.entries(policies).find(([own, { type, name: stated = own }]) => type === kind && stated === name) ?? [];
  // What AWS has may be another text than the file's; then the file has no place of it.
  const own = policy?.document === undefined ? undefined : statementsOf(policy.document)[statementIndex];
  return key === undefined || own === undefined || own.Sid !== sid ? undefined : { path: ["policies", key, "document"], file: policy?.file };
}

interface OwnHolder {
  readonly name: string;
  readonly at: ValuePath;
  readonly role: Pick<Role | PermissionSet, "file" | "customerManagedPolicies">;
}

/** Policies of roles and permission sets: inline ones are named after them. */
function ownPolicy({ roles = {}, identityCenter = {} }: Organization, { policy }: Decider): Holder | undefined {
  const holders: readonly OwnHolder[] = [
    ...Object.entries(roles).map(([name, role]) => ({ name, at: ["roles", name], role })),
    ...Object.entries(identityCenter.permissionSets ?? {}).map(([name, role]) => ({ name, at: ["identityCenter", "permissionSets", name], role })),
  ];
  for (const { name, at, role: { file, customerManagedPolicies = [] } } of holders) {
    if (policy === `${name}, inline`) return { path: [...at, "inlinePolicy"], file };
    const index = customerManagedPolicies.findIndex((one) => one.name === policy);
    if (index >= 0) return { path: [...at, "customerManagedPolicies", index, "document"], file: customerManagedPolicies[index]?.file };
  }
  return undefined;
}

/** The file was read and judged with the organization file; one that has gone since has no places. */
function placeInFile(file: string, { statementIndex }: Decider, { folder, cwd }: TellerOptions): Place | undefined {
  const path = resolve(folder, file);
  try {
    const text = readFileSync(path, "utf8");
    const span = parsePolicyText(text).positions?.value(["Statement", statementIndex]);
    return span === undefined ? undefined : placeOfSpan(relative(cwd, path), text, span);
  } catch {
    return undefined;
  }
}
