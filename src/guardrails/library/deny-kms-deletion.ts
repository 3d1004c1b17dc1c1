import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const KEY = `arn:aws:kms:eu-central-1:${MEMBER}:key/11111111-2222-3333-4444-555555555555`;

export const denyKmsDeletion: StatementGuardrail = {
  name: "deny-kms-deletion",
  title: "No encryption key is deleted",
  form: "scp",
  reason: "Whoever deletes a key deletes everything that it encrypts, backups included, at once and for good.",
  source: 'KMS Developer Guide, "Deleting AWS KMS keys"; aws-samples, "service-control-policy-examples"',
  rows: [67, 82],
  parameters: [],
  leaves: [
    "Keys can be disabled, which can be undone, and their policies changed.",
    "Keys of CloudHSM and of Payment Cryptography, which are not KMS's.",
    "People who look after keys: name their role among `exemptRoles`, or use `min-30-day-window`, which lets keys go slowly.",
  ],
  statements: (settings) => [
    {
      Sid: "KeysStay",
      Effect: "Deny",
      Action: ["kms:DeleteCustomKeyStore", "kms:DeleteImportedKeyMaterial", "kms:ScheduleKeyDeletion"],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
    {
      Sid: "MaterialDoesNotEnd",
      Effect: "Deny",
      Action: "kms:ImportKeyMaterial",
      Resource: "*",
      Condition: { StringEquals: { "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("an administrator deletes no key", "kms:ScheduleKeyDeletion", KEY, { context: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } }),
    denied("nor what was imported into one, which works at once", "kms:DeleteImportedKeyMaterial", KEY),
    denied("nor imports it so that it ends", "kms:ImportKeyMaterial", KEY, { context: { "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" } }),
    works("material is imported for good", "kms:ImportKeyMaterial", KEY, { context: { "kms:ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE" } }),
    denied("nor does the root user", "kms:ScheduleKeyDeletion", KEY, { principal: WHO.root }),
    denied("nor a stack that is deleted", "kms:ScheduleKeyDeletion", KEY, { context: { "aws:ViaAWSService": "true" } }),
    works("a deletion is called off", "kms:CancelKeyDeletion", KEY),
    works("a key is disabled", "kms:DisableKey", KEY),
    works("keys are used", "kms:Decrypt", KEY),
    works("keys are made", "kms:CreateKey"),
    works("the platform team lets one go", "kms:ScheduleKeyDeletion", KEY, { principal: WHO.landfall }),
  ],
};
