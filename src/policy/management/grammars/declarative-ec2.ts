import type { ManagementPolicyType } from "../grammar.ts";
import { group, many, named, one } from "../grammar.ts";

const SWITCH = one("no_preference", "enabled", "disabled");

const CRITERIA = group({
  allowed_image_providers: many(),
  image_names: many(),
  marketplace_product_codes: many(),
  creation_date_condition: group({ maximum_days_since_created: one() }),
  deprecation_time_condition: group({ maximum_days_since_deprecated: one() }),
});

/** AWS goes on adding attributes. Source: Organizations User Guide, "Declarative policy syntax and examples". */
export const DECLARATIVE_POLICY_EC2: ManagementPolicyType = {
  type: "DECLARATIVE_POLICY_EC2",
  top: "ec2_attributes",
  grammar: group(
    {
      exception_message: one(),
      vpc_block_public_access: group({
        internet_gateway_block: group({ mode: one("off", "block_ingress", "block_bidirectional"), exclusions_allowed: one("enabled", "disabled") }),
      }),
      serial_console_access: group({ status: one("enabled", "disabled") }),
      image_block_public_access: group({ state: one("unblocked", "block_new_sharing") }),
      allowed_images_settings: group({ state: one("enabled", "disabled", "audit_mode"), image_criteria: named(CRITERIA, { maximum: 10 }) }),
      instance_metadata_defaults: group(
        {
          http_tokens: one("no_preference", "required", "optional"),
          http_put_response_hop_limit: one(),
          http_endpoint: SWITCH,
          instance_metadata_tags: SWITCH,
        },
        { open: true },
      ),
      snapshot_block_public_access: group({ state: one("unblocked", "block_new_sharing", "block_all_sharing") }),
    },
    { open: true },
  ),
};
