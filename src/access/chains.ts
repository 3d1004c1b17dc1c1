import type { AuthorizationPolicyKind } from "../ids/index.ts";
import type { NamedPolicy, PolicyLevel } from "../policy/index.ts";
import type { AccessAccount, AttachedPolicy, OrganizationChain } from "./model.ts";

/** An account on the way to its chain, with what is attached to it and to every node above, from the root. */
export interface Governed {
  readonly account: Omit<AccessAccount, "chain">;
  readonly levels: readonly (readonly AttachedPolicy[])[];
}

/** Gives every account its chain; those with the same policies at each level share one. */
export function withChains(governed: readonly Governed[], enabled: ReadonlySet<AuthorizationPolicyKind>): { readonly accounts: readonly AccessAccount[]; readonly chains: readonly OrganizationChain[] } {
  const levels = new Map<string, PolicyLevel>();
  const found = new Map<string, OrganizationChain & { readonly accounts: string[] }>();
  const levelOf = (attached: readonly AttachedPolicy[], kind: AuthorizationPolicyKind): { readonly key: string; readonly level: PolicyLevel } => {
    // AWS lists attachments in no order that means anything.
    const policies = attached.filter((policy) => policy.kind === kind).toSorted((a, b) => (a.address < b.address ? -1 : 1));
    const key = `${kind} ${policies.map(({ address }) => address).join("\n")}`;
    const level = levels.get(key) ?? { name: "", policies: policies.flatMap(named) };
    levels.set(key, level);
    return { key, level };
  };
  const accounts = governed.map(({ account, levels: attached }): AccessAccount => {
    const scps = enabled.has("scp") ? attached.map((policies) => levelOf(policies, "scp")) : undefined;
    const rcps = enabled.has("rcp") ? attached.map((policies) => levelOf(policies, "rcp")) : undefined;
    const key = [scps, rcps].map((of) => of?.map((one) => one.key).join("\u0000")).join("\u0001");
    const known = found.get(key) ?? {
      index: found.size,
      ...(scps === undefined ? {} : { scps: scps.map(({ level }) => level) }),
      ...(rcps === undefined ? {} : { rcps: rcps.map(({ level }) => level) }),
      accounts: [],
    };
    found.set(key, known);
    known.accounts.push(account.address);
    return { ...account, chain: known };
  });
  return { accounts, chains: [...found.values()] };
}

const named = ({ name, document }: AttachedPolicy): NamedPolicy[] => (document === undefined ? [] : [{ name, document }]);
