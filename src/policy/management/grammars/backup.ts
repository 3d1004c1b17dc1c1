import type { ManagementPolicyType } from "../grammar.ts";
import { group, many, named, one } from "../grammar.ts";

const LIFECYCLE = group({ move_to_cold_storage_after_days: one(), delete_after_days: one() }, { open: true });

const RULE = group(
  {
    schedule_expression: one(),
    target_backup_vault_name: one(),
    start_backup_window_minutes: one(),
    complete_backup_window_minutes: one(),
    lifecycle: LIFECYCLE,
    copy_actions: named(group({ target_backup_vault_arn: one(), lifecycle: LIFECYCLE }, { open: true })),
    recovery_point_tags: named(group({ tag_key: one() }, { open: true })),
  },
  { open: true, required: ["target_backup_vault_name"] },
);

const SELECTIONS = group({ tags: named(group({ iam_role_arn: one(), tag_key: one(), tag_value: many() }, { open: true })) }, { open: true });

/**
 * Backup plans: AWS Backup goes on adding keys to rules and selections. A plan without rules, Regions and selections
 * does not work; ten rules are the most.
 * Sources: Organizations User Guide, "Backup policy syntax and examples"; "Logging AWS Organizations API calls with
 * AWS CloudTrail" (the event EffectivePolicyValidation).
 */
export const BACKUP_POLICY: ManagementPolicyType = {
  type: "BACKUP_POLICY",
  top: "plans",
  grammar: named(
    group(
      {
        regions: { values: "many", minimum: 1 },
        rules: named(RULE, { minimum: 1, maximum: 10 }),
        selections: SELECTIONS,
        backup_plan_tags: named(group({ tag_key: one(), tag_value: one() })),
      },
      { open: true, required: ["rules", "regions", "selections"] },
    ),
  ),
};
