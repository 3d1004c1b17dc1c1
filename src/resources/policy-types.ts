import type { Root } from "@aws-sdk/client-organizations";
import type { Aws } from "../aws/index.ts";
import { awsErrorName } from "../aws/index.ts";
import { policyTypeAddress, ROOT } from "../ids/index.ts";
import { policyTypeFacts } from "../limits/index.ts";
import type { OrganizationsResource } from "./registry.ts";

/** Seconds between two looks at a policy type that is being enabled. */
const POLL_SECONDS = 2;

/** A policy type, enabled on the root. AWS then attaches its full-access policy everywhere. */
export const policyTypes: OrganizationsResource<"policy-type"> = {
  kind: "policy-type",

  async observe(reader) {
    const { PolicyTypes = [] } = await reader.root();
    return reader.policyTypes.filter(({ type }) => PolicyTypes.some(({ Type, Status }) => Type === type && Status === "ENABLED")).map(({ kind, type }) => ({
      item: { kind: "policy-type", address: policyTypeAddress(kind), policyKind: kind },
      id: type,
      owner: "watched",
    }));
  },

  compare: () => [],

  async ensure(aws, { change, idOf, signal }) {
    if (change.desired?.kind !== "policy-type") throw new TypeError(`${change.address} is no policy type`);
    const { type } = policyTypeFacts(change.desired.policyKind);
    let status: string | undefined;
    try {
      status = statusIn((await (await aws.organizations()).enablePolicyType({ RootId: idOf(ROOT), PolicyType: type })).Root, type);
    } catch (error) {
      if (awsErrorName(error) !== "PolicyTypeAlreadyEnabledException") throw error;
    }
    while (status !== "ENABLED" && (status = await statusOf(aws, type)) !== "ENABLED") await aws.clock.sleep(POLL_SECONDS * 1000, signal);
    return type;
  },

  async remove(aws, { change, idOf, signal }) {
    if (change.observed?.item.kind !== "policy-type") throw new TypeError(`${change.address} is no policy type`);
    const { type } = policyTypeFacts(change.observed.item.policyKind);
    try {
      await (await aws.organizations()).disablePolicyType({ RootId: idOf(ROOT), PolicyType: type });
    } catch (error) {
      if (awsErrorName(error) !== "PolicyTypeNotEnabledException") throw error;
    }
    // Until it is off, AWS does not let go of what it needs, such as trusted access.
    while ((await statusOf(aws, type)) !== undefined) await aws.clock.sleep(POLL_SECONDS * 1000, signal);
  },

  actions: { observe: ["organizations:ListRoots"], ensure: ["organizations:EnablePolicyType", "organizations:ListRoots"], remove: ["organizations:DisablePolicyType", "organizations:ListRoots"] },
};

/** Undefined once a type is off: the root lists only those that are on, or on their way. */
async function statusOf(aws: Aws, type: string): Promise<string | undefined> {
  const { Roots } = await (await aws.organizations()).listRoots({});
  return statusIn(Roots?.[0], type);
}

const statusIn = (root: Root | undefined, type: string): string | undefined => root?.PolicyTypes?.find(({ Type }) => Type === type)?.Status;
