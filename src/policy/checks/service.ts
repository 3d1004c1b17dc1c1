import { RCP_SERVICES_READ } from "../data/rcp-services.ts";
import type { PolicyCheck } from "./check.ts";
import { quote, textsOf } from "./texts.ts";

/** Actions of services that the policy kind does not reach: AWS stores them, and they have no effect. Each service is told once. */
export const serviceCheck: PolicyCheck = {
  name: "service",
  *statement(statement, path, rules) {
    const { services } = rules;
    if (services === undefined) return;
    const told = new Set<string>();
    for (const { value, path: at } of textsOf(statement, "Action", path)) {
      const [service = "", name] = value.toLowerCase().split(":");
      if (name === undefined || service === "" || services.has(service) || /[^\w-]/.test(service) || told.has(service)) continue;
      told.add(service);
      const message = `${rules.title}s do not reach the service ${quote(service)} (AWS's list of ${RCP_SERVICES_READ}), so its actions have no effect here.`;
      yield { code: "LF3038", severity: "warning", message, path: at, fix: "Use an SCP, or remove the actions." };
    }
  },
};
