import type { Extra } from "../blueprint.ts";
import { withAccounts } from "../draft.ts";

/** Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: Infrastructure". */
export const infrastructureServices: Extra = {
  name: "infrastructure-services",
  summary: "a third shared service: messaging with RabbitMQ",
  rows: [15, 16],
  fits: ["starter", "full"],
  amend: (draft) => {
    const sdlc = withAccounts(draft, "Infrastructure/SDLC", {
      "messaging-rabbitmq-test": { purpose: "Changes are tried here first", stage: "test", owner: "messaging" },
    });
    return withAccounts(sdlc, "Infrastructure/Prod", {
      "messaging-rabbitmq": { purpose: "Message bus, RabbitMQ", stage: "prod", owner: "messaging" },
    });
  },
};
