import type { RequestContext } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { askedArn, newArn, transferDirection, usablePolicy } from "../services/organizations/resources.ts";
import { knownAccountsTable, type OrganizationRecord, organizationsTable, resourcePoliciesTable, type Tag, tagsTable } from "../services/organizations/state.ts";
import { globalRegion } from "./global-region.ts";
import { ORGANIZATIONS_OPERATIONS } from "./organizations-operations.ts";
import { type Input, type Named, type SubjectTable, textIn } from "./subject.ts";
import { newResourceTags, requestTags, resourceTags, unclearRequestTags } from "./tags.ts";

/**
 * Whoever is in no organization has little to name. What members may do to the organization is for its delegation policy
 * to say, which the operations ask.
 */
export const organizationsSubjects: SubjectTable = {
  prefix: "organizations",
  operations: ORGANIZATIONS_OPERATIONS,
  read(call, name, input) {
    const { about = {}, keys = [] } = ORGANIZATIONS_OPERATIONS[name] ?? {};
    const organization = organizationsTable(call.world).get(knownAccountsTable(call.world).get(call.principal.accountId)?.organizationId ?? "");
    const place = { call, organization, type: policyType(input, call, organization) };
    return {
      resources: Object.entries(about).flatMap(([member, types]) => named(place, member, types, input) ?? []),
      keys: { ...requestTags(input), ...globalRegion(call), ...ownKeys(keys, place, name, input) },
      unclear: MAKES_RESOURCE_TAGS.has(name) ? [...newResourceTags(input), ...(unclearRequestTags(input) ?? [])] : unclearRequestTags(input),
      ownedByCaller: true,
    };
  },
};

/** Actions about what is new that have aws:ResourceTag. */
const MAKES_RESOURCE_TAGS: ReadonlySet<string> = new Set(["CreateAccount", "CreatePolicy"]);

interface Place {
  readonly call: Call;
  readonly organization: OrganizationRecord | undefined;
  readonly type: string | undefined;
}

function named({ call: { world, principal }, organization, type }: Place, member: string, types: readonly string[], input: Input): Named | undefined {
  if (member === "new") return organization && (existing(world, organization, types) ?? { arn: newArn(organization, types[0] === "policy" ? "policy" : "resourcepolicy", type) });
  // The target of DescribeEffectivePolicy, which alone may be left out, is then the caller's own account.
  const id = textIn(input, member) ?? (member === "TargetId" ? principal.accountId : undefined);
  const arn = id === undefined ? undefined : askedArn(world, organization, id, type);
  return id === undefined || arn === undefined ? undefined : { arn, ...resourceTags(tagsIn(world, organization, id)) };
}

/** There is one delegation policy: putting it again is about the one that is there. */
function existing(world: Call["world"], organization: OrganizationRecord, types: readonly string[]): Named | undefined {
  const id = types[0] === "resourcepolicy" ? resourcePoliciesTable(world).get(organization.id)?.id : undefined;
  const arn = id === undefined ? undefined : askedArn(world, organization, id);
  return id === undefined || arn === undefined ? undefined : { arn, ...resourceTags(tagsIn(world, organization, id)) };
}

/** What other organizations have under an id stays theirs. */
function tagsIn(world: Call["world"], organization: OrganizationRecord | undefined, id: string): readonly Tag[] | undefined {
  const record = tagsTable(world).get(id);
  return organization !== undefined && record?.arn.includes(`/${organization.id}/`) === true ? record.tags : undefined;
}

/** Told by the policy, or by the member that names a type: `Filter` in lists. */
function policyType(input: Input, { world }: Call, organization: OrganizationRecord | undefined): string | undefined {
  const id = textIn(input, "PolicyId") ?? textIn(input, "ResourceId");
  const policy = organization === undefined || id === undefined ? undefined : usablePolicy(world, organization, id);
  return policy?.type ?? textIn(input, "PolicyType") ?? textIn(input, "Type") ?? textIn(input, "Filter");
}

/** Unconfirmed: how AWS writes the direction of a transfer. */
function ownKeys(keys: readonly string[], { call, organization, type }: Place, name: string, input: Input): RequestContext {
  const id = textIn(input, "Id") ?? textIn(input, "ResourceId") ?? "";
  const direction = /Outbound/.test(name) ? "outbound" : /Inbound|^Invite/.test(name) ? "inbound" : organization && transferDirection(call.world, organization, id);
  const all: RequestContext = {
    "organizations:PolicyType": type,
    "organizations:ServicePrincipal": textIn(input, "ServicePrincipal"),
    "organizations:TransferDirection": direction?.toUpperCase(),
    "organizations:TransferType": direction === undefined ? undefined : "BILLING",
  };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}
