import { allPages, awsErrorName } from "../aws/index.ts";
import { attachmentAddress } from "../ids/index.ts";
import type { AttachmentItem, Observed, PolicyItem } from "../inventory/index.ts";
import { policyTypeFacts, type PolicyTypeName } from "../limits/index.ts";
import type { Change, ObserveScope } from "../plan/index.ts";
import { policySummaries } from "./policies.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";

/** Policies attached to the root, OUs and accounts. An attachment belongs to whom its policy belongs. */
export const attachments: OrganizationsResource<"attachment"> = {
  kind: "attachment",

  async observe(reader, scope) {
    const all = [...scope.found.values()].filter((found): found is Observed<PolicyItem> => found.item.kind === "policy");
    const enabled = all.filter(({ item }) => scope.found.has(`policy-type:${item.policyKind}`));
    const stated = enabled.filter(({ owner }) => owner !== "aws");
    const lists = (await Promise.all(stated.map((policy) => targetsOf(reader, policy, scope)))).flat();
    const byAws = await Promise.all(enabled.filter(({ owner }) => owner === "aws").map((policy) => targetsOfAwsPolicy(reader, policy, scope, lists)));
    return [...byAws.flat(), ...lists];
  },

  compare: () => [],

  async ensure(aws, { change, idOf }) {
    const { PolicyId, TargetId } = idsOf(change, idOf);
    try {
      await (await aws.organizations()).attachPolicy({ PolicyId, TargetId });
    } catch (error) {
      if (awsErrorName(error) !== "DuplicatePolicyAttachmentException") throw error;
    }
    return `${PolicyId}>${TargetId}`;
  },

  async remove(aws, { change, idOf }) {
    try {
      await (await aws.organizations()).detachPolicy(idsOf(change, idOf));
    } catch (error) {
      if (awsErrorName(error) !== "PolicyNotAttachedException") throw error;
    }
  },

  actions: {
    observe: ["organizations:ListTargetsForPolicy", "organizations:ListPoliciesForTarget"],
    ensure: ["organizations:AttachPolicy"],
    remove: ["organizations:DetachPolicy"],
  },
};

function idsOf(change: Change, idOf: (address: string) => string): { PolicyId: string; TargetId: string } {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "attachment") throw new TypeError(`${change.address} is no attachment`);
  return { PolicyId: idOf(item.policy), TargetId: idOf(item.target) };
}

const PAGE = 20;
/** Nodes that are asked for their policies whatever the size of the organization: AWS takes so many calls at once. */
const ALWAYS_ASKED = 8;

/**
 * Where AWS's own full-access policy is attached. One that nobody can detach is everywhere. The other is surely on each
 * node that has no policy of the type otherwise, since AWS wants one at least; only the rest is asked, the cheaper way.
 */
async function targetsOfAwsPolicy(reader: Reader, policy: Observed<PolicyItem>, scope: ObserveScope, others: readonly Observed<AttachmentItem>[]): Promise<Observed<AttachmentItem>[]> {
  const nodes = [...scope.found.values()].filter(({ item }) => item.kind === "root" || item.kind === "ou" || item.kind === "account");
  const all = nodes.map((node) => attachment(policy, node.item.address, node.id));
  const { type, awsManaged } = policyTypeFacts(policy.item.policyKind);
  if (awsManaged?.detachable === false) return all;
  const prefix = `attachment:${policy.item.policyKind}/`;
  const withOthers = new Set(others.filter(({ item }) => item.address.startsWith(prefix)).map(({ item }) => item.target));
  const sure = all.filter(({ item }) => !withOthers.has(item.target));
  if (withOthers.size > Math.max(ALWAYS_ASKED, Math.ceil(nodes.length / PAGE))) return targetsOf(reader, policy, scope);
  const asked = nodes.filter(({ item }) => withOthers.has(item.address));
  const carrying = await Promise.all(asked.map(async (node) => ((await policiesOn(reader, node.id, type)).includes(policy.id) ? [attachment(policy, node.item.address, node.id)] : [])));
  return [...sure, ...carrying.flat()];
}

/**
 * Asks for attachments before it is known what is called how: where each policy is attached, and what else is on those
 * nodes. Attachments are found by the same calls.
 */
export async function attachmentsAhead(reader: Reader): Promise<void> {
  const { PolicyTypes = [] } = await reader.root();
  const enabled = reader.policyTypes.filter(({ type }) => PolicyTypes.some(({ Type, Status }) => Type === type && Status === "ENABLED"));
  await Promise.all(
    enabled.map(async ({ type, awsManaged }) => {
      const policies = (await policySummaries(reader.aws, type)).filter(({ AwsManaged }) => AwsManaged !== true);
      const targets = new Set((await Promise.all(policies.map(({ Id = "" }) => targetIds(reader, Id)))).flat());
      if (awsManaged?.detachable === true && targets.size <= ALWAYS_ASKED) await Promise.all([...targets].map((id) => policiesOn(reader, id, type)));
    }),
  );
}

async function policiesOn(reader: Reader, TargetId: string, Filter: PolicyTypeName): Promise<(string | undefined)[]> {
  const organizations = await reader.aws.organizations();
  const attached = await allPages(
    (NextToken) => organizations.listPoliciesForTarget({ TargetId, Filter, NextToken }),
    (page) => page.Policies,
  );
  return attached.map(({ Id }) => Id);
}

async function targetIds(reader: Reader, PolicyId: string): Promise<string[]> {
  const organizations = await reader.aws.organizations();
  const targets = await allPages(
    (NextToken) => organizations.listTargetsForPolicy({ PolicyId, NextToken }),
    (page) => page.Targets,
  );
  return targets.flatMap(({ TargetId }) => TargetId ?? []);
}

/** A target that came into being while the organization was read belongs to the next plan. */
async function targetsOf(reader: Reader, policy: Observed<PolicyItem>, scope: ObserveScope): Promise<Observed<AttachmentItem>[]> {
  return (await targetIds(reader, policy.id)).flatMap((id) => {
    const target = scope.addressOf(id);
    return target === undefined ? [] : [attachment(policy, target, id)];
  });
}

const attachment = ({ item, id, owner }: Observed<PolicyItem>, target: string, targetId: string): Observed<AttachmentItem> => ({
  item: { kind: "attachment", address: attachmentAddress(item.address, target), policy: item.address, target },
  id: `${id}>${targetId}`,
  owner,
});
