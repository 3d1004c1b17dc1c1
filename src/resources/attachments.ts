import { allPages, awsErrorName } from "../aws/index.ts";
import { attachmentAddress } from "../ids/index.ts";
import type { AttachmentItem, Observed, PolicyItem } from "../inventory/index.ts";
import { policyTypeFacts } from "../limits/index.ts";
import type { Change, ObserveScope } from "../plan/index.ts";
import type { Reader } from "./reader.ts";
import type { OrganizationsResource } from "./registry.ts";

/** Policies attached to the root, OUs and accounts. An attachment belongs to whom its policy belongs. */
export const attachments: OrganizationsResource<"attachment"> = {
  kind: "attachment",

  async observe(reader, scope) {
    const all = [...scope.found.values()].filter((found): found is Observed<PolicyItem> => found.item.kind === "policy");
    const enabled = all.filter(({ item }) => scope.found.has(`policy-type:${item.policyKind}`));
    const lists = await Promise.all(enabled.filter((policy) => !isEverywhere(policy)).map((policy) => targetsOf(reader, policy, scope)));
    return [...enabled.filter(isEverywhere).flatMap((policy) => everywhere(policy, scope)), ...lists.flat()];
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
    observe: ["organizations:ListTargetsForPolicy"],
    ensure: ["organizations:AttachPolicy"],
    remove: ["organizations:DetachPolicy"],
  },
};

function idsOf(change: Change, idOf: (address: string) => string): { PolicyId: string; TargetId: string } {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "attachment") throw new TypeError(`${change.address} is no attachment`);
  return { PolicyId: idOf(item.policy), TargetId: idOf(item.target) };
}

/** A policy that AWS attaches to every node and lets nobody detach needs no call. */
const isEverywhere = ({ item, owner }: Observed<PolicyItem>): boolean => owner === "aws" && !policyTypeFacts(item.policyKind).awsManaged.detachable;

const everywhere = (policy: Observed<PolicyItem>, { found }: ObserveScope): Observed<AttachmentItem>[] =>
  [...found.values()]
    .filter(({ item }) => item.kind === "root" || item.kind === "ou" || item.kind === "account")
    .map((target) => attachment(policy, target.item.address, target.id));

async function targetsOf(reader: Reader, policy: Observed<PolicyItem>, scope: ObserveScope): Promise<Observed<AttachmentItem>[]> {
  const organizations = await reader.aws.organizations();
  const targets = await allPages(
    (NextToken) => organizations.listTargetsForPolicy({ PolicyId: policy.id, NextToken }),
    (page) => page.Targets,
  );
  // A target that came into being while the organization was read belongs to the next plan.
  return targets.flatMap(({ TargetId = "" }) => {
    const target = scope.addressOf(TargetId);
    return target === undefined ? [] : [attachment(policy, target, TargetId)];
  });
}

const attachment = ({ item, id, owner }: Observed<PolicyItem>, target: string, targetId: string): Observed<AttachmentItem> => ({
  item: { kind: "attachment", address: attachmentAddress(item.address, target), policy: item.address, target },
  id: `${id}>${targetId}`,
  owner,
});
