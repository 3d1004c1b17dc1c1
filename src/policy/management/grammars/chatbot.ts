import type { ManagementPolicyType } from "../grammar.ts";
import { group, many, named, one } from "../grammar.ts";

const CLIENT = one("enabled", "disabled");
const ROLES = { supported_role_settings: many("user_role", "channel_role") };
const CHANNELS = { supported_channel_types: many("public", "private"), ...ROLES };
const DEFAULT = group({ client: CLIENT });

/** Source: Organizations User Guide, "Chat applications policy syntax and examples"; `default` stands at either of two levels there. */
export const CHATBOT_POLICY: ManagementPolicyType = {
  type: "CHATBOT_POLICY",
  top: "chatbot",
  grammar: group({
    platforms: group({
      slack: group({
        client: CLIENT,
        workspaces: { values: "many", maximum: 255 },
        default: group(CHANNELS),
        overrides: named(group(CHANNELS), { maximum: 255 }),
      }),
      microsoft_teams: group({
        client: CLIENT,
        tenants: named({ values: "many", maximum: 36 }, { maximum: 36 }),
        default: group(ROLES),
        overrides: named(named(group(ROLES), { maximum: 36 }), { maximum: 36 }),
      }),
      chime: DEFAULT,
      default: DEFAULT,
    }),
    default: DEFAULT,
  }),
};
