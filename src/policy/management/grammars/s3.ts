import type { ManagementPolicyType } from "../grammar.ts";
import { group, one } from "../grammar.ts";

/** All four switches of public access, or none. Source: Organizations User Guide, "Amazon S3 policy syntax and examples". */
export const S3_POLICY: ManagementPolicyType = {
  type: "S3_POLICY",
  top: "s3_attributes",
  grammar: group({ public_access_block_configuration: one("all", "none") }),
};
