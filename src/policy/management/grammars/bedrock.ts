import type { ManagementPolicyType } from "../grammar.ts";
import { group, many, named, one } from "../grammar.ts";

const GUARDING = one("comprehensive", "selective");

const CONFIGURATION = group(
  {
    identifier: one(),
    selective_content_guarding: group({ system: GUARDING, messages: GUARDING }),
    model_enforcement: group({ included_models: many(), excluded_models: many() }, { required: ["included_models", "excluded_models"] }),
  },
  { open: true, required: ["identifier"] },
);

/** By Region, then by configuration. Source: Organizations User Guide, "Amazon Bedrock policy syntax and examples". */
export const BEDROCK_POLICY: ManagementPolicyType = {
  type: "BEDROCK_POLICY",
  top: "bedrock",
  grammar: group({ guardrail_inference: named(named(CONFIGURATION)) }),
};
