import { ARN, PAGE, POLICY_PATH, required } from "./constraints.ts";
import { noSuchEntity, overQuota, policyNotAttachable, policyNotFound } from "./errors.ts";
import { IDENTITY_KINDS, type IdentityKind, nameIn, type NamedInput } from "./identities.ts";
import { findManagedPolicy, managedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { nameKey } from "./policies.ts";

type PolicyInput = NamedInput & { readonly PolicyArn: string };

/** Attaching again changes nothing. */
const attachPolicy = (of: IdentityKind) =>
  operation<PolicyInput>({
    name: `Attach${of.kind}Policy`,
    input: { [of.member]: required(of.constraint), PolicyArn: required(ARN) },
    errors: ["LimitExceeded", "NoSuchEntity", "NotImplemented", "PolicyNotAttachable", ...of.protects],
    quotas: [`${of.mostAttached} policies`],
    run(call, input) {
      const { world } = call;
      const identity = of.find(world, accountOf(call), nameIn(of, input));
      const arn = input.PolicyArn;
      const { policy } = findManagedPolicy(world, accountOf(call), arn, (absent) => noSuchEntity(`Policy ${absent} does not exist or is not attachable.`));
      if (policy.path.startsWith("/aws-service-role/")) throw policyNotAttachable("Cannot attach a Service Role Policy to a Customer Role.");
      if (identity.attached.includes(arn)) return {};
      if (identity.attached.length >= of.mostAttached) throw overQuota(`PoliciesPer${of.kind}`, of.mostAttached);
      of.change(world, accountOf(call), identity.name, { attached: [...identity.attached, arn] });
      return {};
    },
  });

const detachPolicy = (of: IdentityKind) =>
  operation<PolicyInput>({
    name: `Detach${of.kind}Policy`,
    input: { [of.member]: required(of.constraint), PolicyArn: required(ARN) },
    errors: ["NoSuchEntity", ...of.protects],
    run(call, input) {
      const identity = of.find(call.world, accountOf(call), nameIn(of, input));
      if (!identity.attached.includes(input.PolicyArn)) throw policyNotFound(input.PolicyArn);
      of.change(call.world, accountOf(call), identity.name, { attached: identity.attached.filter((arn) => arn !== input.PolicyArn) });
      return {};
    },
  });

const listAttachedPolicies = (of: IdentityKind) =>
  operation<NamedInput & PageInput & { readonly PathPrefix?: string }>({
    name: `ListAttached${of.kind}Policies`,
    input: { [of.member]: required(of.constraint), PathPrefix: POLICY_PATH, ...PAGE },
    errors: ["NoSuchEntity", "ValidationError"],
    run(call, input) {
      const accountId = accountOf(call);
      const described = of.find(call.world, accountId, nameIn(of, input)).attached.flatMap((arn) => {
        const policy = managedPolicy(call.world, accountId, arn)?.policy;
        return policy === undefined || !policy.path.startsWith(input.PathPrefix ?? "/") ? [] : [{ PolicyName: policy.name, Arn: arn }];
      });
      const { items, ...rest } = page(input, described, nameKey);
      return { AttachedPolicies: items.map(({ PolicyName, Arn: PolicyArn }) => ({ PolicyName, PolicyArn })), ...rest };
    },
  });

export const attachedPolicyOperations = IDENTITY_KINDS.flatMap((of) => [attachPolicy(of), detachPolicy(of), listAttachedPolicies(of)]);
