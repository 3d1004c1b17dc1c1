import type { Diagnostic } from "../../diagnostics/index.ts";
import { ACCOUNT_ID, type Partition } from "../../ids/index.ts";
import { IAM_QUOTAS } from "../../limits/index.ts";
import type { Role } from "../../organization/index.ts";
import type { PolicyDocument, PolicyStatement } from "../../policy/index.ts";
import type { Refusal } from "../document-refusal.ts";
import { type Fates, settleKeys } from "../settle-keys.ts";
import { itemsOf, mapping } from "../shape.ts";
import type { Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import type { Targets } from "./attachments.ts";
import type { IamPolicies } from "./iam-policies.ts";
import { namesIn } from "./permission-sets.ts";
import { placesOf, targetMember, type Target, targetsOf } from "./targets.ts";

const ROLE_KEYS: Fates = {
  name: "read",
  assumedBy: "read",
  policies: "read",
  boundaryPolicy: "read",
  externalIds: "read",
  path: "read",
  instanceProfile: { why: "the organization file says what a role may do, and not where it is put to use" },
  maxSessionDuration: { why: "the organization file says what a role may do, and not for how long" },
  "*": { why: "neither LZA nor landfall knows this key" },
};
const POLICIES_KEYS: Fates = { awsManaged: "read", customerManaged: "read", "*": { why: "neither LZA nor landfall knows this key" } };

interface Sources {
  readonly targets: Targets;
  readonly policies: IamPolicies;
  readonly partition: Partition;
}

/** The roles that LZA makes in accounts. */
export function readRoles(iam: YamlNode | undefined, sources: Sources, tally: Tally, problems: Diagnostic[]): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const set of itemsOf(iam, "roleSets", problems)) {
    const places = targetsOf(targetMember(mapping(set, "A role set", problems)), sources.targets, problems);
    const path = textOf(set, "path");
    for (const item of itemsOf(set, "roles", problems)) {
      const name = textOf(item, "name") ?? "";
      const finding = tally.find("role", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place);
      const role = refusalOf(name, places, roles) ?? roleOf(item, path, places, sources, problems);
      if ("why" in role) {
        finding.leave(role.why, role.hint);
        continue;
      }
      finding.carry();
      roles.set(name, role);
      for (const { why } of places) if (why !== undefined) tally.note(`Role ${name}: ${why}.`, item.place);
      settleKeys(item, name, ROLE_KEYS, tally);
      settleKeys(memberOf(item, "policies"), `${name}: policies`, POLICIES_KEYS, tally);
    }
  }
  return roles;
}

function refusalOf(name: string, places: readonly Target[], roles: ReadonlyMap<string, Role>): Refusal | undefined {
  if (roles.has(name)) return { why: "a role of that name stands above" };
  if (!/^[\w+=,.@-]+$/.test(name) || name.length > IAM_QUOTAS.roleNameLength) return { why: "AWS does not take its name" };
  return places.some(({ why }) => why === undefined) ? undefined : { why: `nothing of its targets is carried: ${places.map(({ why }) => why).join("; ")}` };
}

function roleOf(item: YamlNode, path: string | undefined, places: readonly Target[], { policies, partition }: Sources, problems: Diagnostic[]): Role | Refusal {
  const trust = trustOf(item, partition, problems);
  if ("why" in trust) return trust;
  const stated = memberOf(item, "policies");
  const managed = namesIn(stated, "awsManaged", problems);
  const own = namesIn(stated, "customerManaged", problems).map((name) => policies.named(name));
  const boundary = textOf(item, "boundaryPolicy");
  return {
    ...placesOf(places.filter(({ why }) => why === undefined)),
    ...(path === undefined || path === "/" ? {} : { path }),
    trust,
    ...(managed.length === 0 ? {} : { managedPolicies: managed }),
    ...(own.length === 0 ? {} : { customerManagedPolicies: own }),
    ...(boundary === undefined ? {} : { boundary: { customerManagedPolicy: policies.named(boundary) } }),
  };
}

/** Source: Landing Zone Accelerator on AWS, `AssumedByConfig`: a service, an account by id or ARN, the ARN of a principal, or a SAML provider. */
function trustOf(item: YamlNode, partition: Partition, problems: Diagnostic[]): PolicyDocument | Refusal {
  const externalIds = namesIn(item, "externalIds", problems);
  const Condition = externalIds.length === 0 ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalIds } } };
  const statements = itemsOf(item, "assumedBy", problems).map((by): PolicyStatement | Refusal => {
    const principal = textOf(by, "principal") ?? "";
    const trusted = (AWS: string): PolicyStatement => ({ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole", ...Condition });
    switch (textOf(by, "type")) {
      case "service":
        return { Effect: "Allow", Principal: { Service: principal }, Action: "sts:AssumeRole" };
      case "account": {
        const id = ACCOUNT_ID.test(principal) ? principal : /^arn:[^:]+:iam::(\d{12}):root$/.exec(principal)?.[1];
        return id === undefined ? { why: `it trusts the account ${principal}, whose id the configuration does not state` } : trusted(`arn:${partition}:iam::${id}:root`);
      }
      case "principalArn":
        return trusted(principal);
      default:
        return { why: `it trusts ${textOf(by, "type") ?? "nothing"} ${principal}, which lives in each account by itself` };
    }
  });
  const refused = statements.find((one): one is Refusal => "why" in one);
  if (refused !== undefined) return refused;
  return statements.length === 0 ? { why: "it trusts nobody" } : { Version: "2012-10-17", Statement: statements as PolicyStatement[] };
}
