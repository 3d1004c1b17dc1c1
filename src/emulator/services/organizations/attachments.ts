import { attach, attachedTo, detach, targetRows } from "./attached.ts";
import { PAGE, POLICY, POLICY_TYPE, required, TARGET } from "./constraints.ts";
import { constraintViolation, duplicateAttachment, invalidInput, policyNotAttached, policyTypeNotEnabled, targetNotFound } from "./errors.ts";
import { noteChange } from "./effective/changes.ts";
import { findNode } from "./nodes.ts";
import type { Node } from "./nodes.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import { describePolicySummary, findPolicy } from "./policies.ts";
import { emulatedType } from "./policy-kinds.ts";

interface AttachmentInput {
  readonly PolicyId: string;
  readonly TargetId: string;
}

const ATTACHMENT = { PolicyId: required(POLICY), TargetId: required(TARGET) };

function findTarget(call: OrganizationCall, id: string): Node {
  const target = findNode(call.world, call.organization, id);
  if (target === undefined) throw targetNotFound();
  return target;
}

const attachPolicy = operation<AttachmentInput, object>({
  name: "AttachPolicy",
  callers: "delegated",
  input: ATTACHMENT,
  errors: [
    "ConstraintViolationException.MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "DuplicatePolicyAttachmentException", "NotImplemented",
    "PolicyNotFoundException", "PolicyTypeNotEnabledException", "TargetNotFoundException",
  ],
  quotas: ["policies on one root, unit or account, by type"],
  run(call, input) {
    const { world, organization } = call;
    const policy = findPolicy(call, input.PolicyId);
    const target = findTarget(call, input.TargetId);
    if (organization.policyTypes[policy.type] !== "ENABLED") throw policyTypeNotEnabled();
    const attached = attachedTo(world, organization, target.id, policy.type);
    if (attached.includes(policy.id)) throw duplicateAttachment();
    if (attached.length >= emulatedType(policy.type).maxPerTarget) {
      throw constraintViolation("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "You have attached the maximum number of policies to the specified target.");
    }
    attach(world, { organization, type: policy.type, policyId: policy.id, targetId: target.id });
    noteChange(call, policy.type);
    return {};
  },
});

/** A target keeps at least one SCP; `RCPFullAWSAccess` cannot go at all; of the other types all may go. */
const detachPolicy = operation<AttachmentInput, object>({
  name: "DetachPolicy",
  callers: "delegated",
  input: ATTACHMENT,
  errors: [
    "ConstraintViolationException.MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "InvalidInputException.NON_DETACHABLE_POLICY", "NotImplemented",
    "PolicyNotAttachedException", "PolicyNotFoundException", "TargetNotFoundException",
  ],
  run(call, input) {
    const { world, organization } = call;
    const policy = findPolicy(call, input.PolicyId);
    const target = findTarget(call, input.TargetId);
    const attached = attachedTo(world, organization, target.id, policy.type);
    if (!attached.includes(policy.id)) throw policyNotAttached();
    const { awsManaged, minPerTarget } = emulatedType(policy.type);
    if (policy.id === awsManaged?.id && !awsManaged.detachable) throw invalidInput("NON_DETACHABLE_POLICY", "You can't detach this AWS managed policy.");
    if (attached.length <= minPerTarget) {
      throw constraintViolation(
        "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
        "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.",
      );
    }
    detach(world, { organization, type: policy.type, policyId: policy.id, targetId: target.id });
    noteChange(call, policy.type);
    return {};
  },
});

const listPoliciesForTarget = operation<{ TargetId: string; Filter: string } & PageInput, object>({
  name: "ListPoliciesForTarget",
  callers: "delegated",
  input: { TargetId: required(TARGET), Filter: required(POLICY_TYPE), ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "NotImplemented", "TargetNotFoundException"],
  run(call, input) {
    const target = findTarget(call, input.TargetId);
    const rows = attachedTo(call.world, call.organization, target.id, input.Filter).map((id, index) => [id, { seq: index + 1 }] as const);
    const list = ["ListPoliciesForTarget", target.id, input.Filter];
    const { items, NextToken } = page(call, list, rows, input, (id) => describePolicySummary(call.organization, findPolicy(call, id)));
    return { Policies: items, NextToken };
  },
});

const listTargetsForPolicy = operation<{ PolicyId: string } & PageInput, object>({
  name: "ListTargetsForPolicy",
  callers: "delegated",
  input: { PolicyId: required(POLICY), ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "NotImplemented", "PolicyNotFoundException"],
  run(call, input) {
    const policy = findPolicy(call, input.PolicyId);
    const rows = targetRows(call.world, call.organization, policy);
    const { items, NextToken } = page(call, ["ListTargetsForPolicy", policy.id], rows, input, (id) => {
      const { arn, name, type } = findTarget(call, id);
      return { TargetId: id, Arn: arn, Name: name, Type: type };
    });
    return { Targets: items, NextToken };
  },
});

export const attachmentOperations = [attachPolicy, detachPolicy, listPoliciesForTarget, listTargetsForPolicy];
