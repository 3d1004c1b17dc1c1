import { AwsError } from "../../aws-error.ts";

/**
 * The errors of AWS Organizations, by name. Names and reasons are those of the SDK's model.
 * Messages follow what AWS is known to answer; their wording is no part of its contract.
 */
const plain = (code: string, message: string) => (): AwsError => new AwsError(code, message);

export const notInUse = plain("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
export const accessDenied = plain("AccessDeniedException", "You don't have permissions to access this resource.");
export const alreadyInOrganization = plain("AlreadyInOrganizationException", "The AWS account is already a member of an organization.");
export const organizationNotEmpty = plain(
  "OrganizationNotEmptyException",
  "To delete an organization you must first remove all member accounts (except the management account).",
);
export const rootNotFound = plain("RootNotFoundException", "You specified a root that doesn't exist.");
export const parentNotFound = plain("ParentNotFoundException", "You specified a parent that doesn't exist.");
export const childNotFound = plain("ChildNotFoundException", "You specified a child that doesn't exist.");
export const unitNotFound = plain("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist.");
export const duplicateUnit = plain("DuplicateOrganizationalUnitException", "An OU with the same name already exists.");
export const unitNotEmpty = plain("OrganizationalUnitNotEmptyException", "You can't delete an organizational unit (OU) that is not empty.");
export const accountNotFound = plain("AccountNotFoundException", "You specified an account that doesn't exist.");
export const sourceParentNotFound = plain("SourceParentNotFoundException", "You specified a source parent that doesn't exist or that doesn't hold the account.");
export const destinationParentNotFound = plain("DestinationParentNotFoundException", "You specified a destination parent that doesn't exist.");
export const duplicateAccount = plain("DuplicateAccountException", "The account is already present in the specified destination.");
export const createAccountStatusNotFound = plain("CreateAccountStatusNotFoundException", "You specified a create account request that doesn't exist.");
export const accountAlreadyClosed = plain("AccountAlreadyClosedException", "The account is already closed.");
export const managementCannotLeave = plain(
  "MasterCannotLeaveOrganizationException",
  "You can't remove the management account from the organization.",
);
export const accountAlreadyRegistered = plain(
  "AccountAlreadyRegisteredException",
  "The provided account is already a delegated administrator for your organization.",
);
export const accountNotRegistered = plain(
  "AccountNotRegisteredException",
  "The provided account is not a registered delegated administrator for your organization.",
);
export const resourcePolicyNotFound = plain("ResourcePolicyNotFoundException", "You specified a resource policy that doesn't exist.");
export const handshakeNotFound = plain("HandshakeNotFoundException", "You specified a handshake that doesn't exist.");
export const duplicateHandshake = plain("DuplicateHandshakeException", "A handshake with the same action and target already exists.");
export const handshakeAlreadyInState = plain("HandshakeAlreadyInStateException", "The specified handshake is already in the requested state.");
export const invalidHandshakeTransition = plain(
  "InvalidHandshakeTransitionException",
  "You can't perform the operation on the handshake in its current state.",
);
export const transferNotFound = plain("ResponsibilityTransferNotFoundException", "You specified a transfer that doesn't exist.");
export const transferAlreadyInStatus = plain("ResponsibilityTransferAlreadyInStatusException", "The transfer is already in the status that you specified.");
export const invalidTransferTransition = plain(
  "InvalidResponsibilityTransferTransitionException",
  "The transfer can't change to the requested status from its current one.",
);
export const handshakeConstraintViolation = (reason: string, message: string): AwsError =>
  new AwsError("HandshakeConstraintViolationException", message, { fields: { Reason: reason } });
export const conflict = (message: string): AwsError => new AwsError("ConflictException", message);
export const targetNotFound = plain("TargetNotFoundException", "You specified a target that doesn't exist.");
export const policyNotFound = plain("PolicyNotFoundException", "You specified a policy that doesn't exist.");
export const duplicatePolicy = plain("DuplicatePolicyException", "A policy with the specified name and type already exists.");
export const policyInUse = plain("PolicyInUseException", "The policy is attached to one or more roots, OUs or accounts. Detach it first.");
export const duplicateAttachment = plain("DuplicatePolicyAttachmentException", "The policy is already attached to the specified target.");
export const policyNotAttached = plain("PolicyNotAttachedException", "The policy isn't attached to the specified target.");
export const policyTypeNotEnabled = plain("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
export const policyTypeAlreadyEnabled = plain("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.");
export const policyTypeNotAvailable = plain(
  "PolicyTypeNotAvailableForOrganizationException",
  "The specified policy type isn't available with the feature set of this organization.",
);
export const policyChangesInProgress = plain("PolicyChangesInProgressException", "Changes to the policy type are in progress. Try again later.");
export const effectivePolicyNotFound = plain(
  "EffectivePolicyNotFoundException",
  "If you ran this action on the management account, this policy type is not enabled. If you ran it on a member account, the account doesn't have an effective policy of this type.",
);
export const malformedPolicy = (detail: string): AwsError =>
  new AwsError("MalformedPolicyDocumentException", `The provided policy document does not meet the requirements of the specified policy type. ${detail}`);

export const constraintViolation = (reason: string, message: string): AwsError =>
  new AwsError("ConstraintViolationException", message, { fields: { Reason: reason } });

export const invalidInput = (reason: string, message: string): AwsError =>
  new AwsError("InvalidInputException", message, { fields: { Reason: reason } });

/** What AWS has and this emulator lacks is refused by name, never pretended; as the engine refuses whole operations. */
export const notEmulated = (what: string): AwsError => new AwsError("NotImplemented", `landfall's emulator does not implement ${what}`);
