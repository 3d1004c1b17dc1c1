import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const addServiceCommand: Command = {
  name: "add service",
  summary: "Declare the accounts of a service: one for each stage, and one that deploys it.",
  description: "Production goes to Workloads/Prod, every other stage to Workloads/SDLC, and the account that delivers it to Deployments. Accounts that the file has already stay as they are.",
  args: [
    { name: "service", description: "its name", required: true },
  ],
  flags: [
    { flags: "--stages <stages>", description: "the stages, as in dev,beta,qa,prod", group: "What" },
    { flags: "--owner <owner>", description: "who answers for it", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall add service foo --stages dev,beta,qa,prod", says: "five accounts" },
    { command: "landfall add service foo --stages beta,prod --owner shop", says: "with an owner, and fewer stages" },
    { command: "landfall add service foo --stages dev,prod --dry-run", says: "see the lines that would be written" },
  ],
  load: () => import("../actions/add-service.ts"),
};
