import type { Command } from "./command.ts";
import { addAccountCommand } from "./commands/add-account.ts";
import { addOuCommand } from "./commands/add-ou.ts";
import { addSandboxCommand } from "./commands/add-sandbox.ts";
import { addServiceCommand } from "./commands/add-service.ts";
import { holdCommand } from "./commands/hold.ts";
import { maturityCommand } from "./commands/maturity.ts";
import { moveCommand } from "./commands/move.ts";
import { renameAccountCommand } from "./commands/rename-account.ts";
import { renameOuCommand } from "./commands/rename-ou.ts";
import { restoreCommand } from "./commands/restore.ts";
import { transferCommand } from "./commands/transfer.ts";
import { applyCommand } from "./commands/apply.ts";
import { bootstrapCommand } from "./commands/bootstrap.ts";
import { canCommand } from "./commands/can.ts";
import { checkCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { completionCommand } from "./commands/completion.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { drawCommand } from "./commands/draw.ts";
import { driftCommand } from "./commands/drift.ts";
import { emulatorCommand } from "./commands/emulator.ts";
import { explainCommand } from "./commands/explain.ts";
import { isolationCommand } from "./commands/isolation.ts";
import { initCommand } from "./commands/init.ts";
import { planCommand } from "./commands/plan.ts";
import { policyDiffCommand } from "./commands/policy-diff.ts";
import { policyLintCommand } from "./commands/policy-lint.ts";
import { policyTestCommand } from "./commands/policy-test.ts";
import { reachCommand } from "./commands/reach.ts";
import { rehearseCommand } from "./commands/rehearse.ts";
import { schemaCommand } from "./commands/schema.ts";
import { showEffectiveCommand } from "./commands/show-effective.ts";
import { showCommand } from "./commands/show.ts";
import { snapshotCommand } from "./commands/snapshot.ts";
import { testCommand } from "./commands/test.ts";
import { tryCommand } from "./commands/try.ts";
import { whoCanCommand } from "./commands/who-can.ts";
import { undoCommand } from "./commands/undo.ts";
import { unlockCommand } from "./commands/unlock.ts";

/** Every verb, in the order of the help: as one comes to need them. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  checkCommand,
  testCommand,
  maturityCommand,
  addAccountCommand,
  addOuCommand,
  addServiceCommand,
  addSandboxCommand,
  moveCommand,
  renameAccountCommand,
  renameOuCommand,
  holdCommand,
  restoreCommand,
  transferCommand,
  planCommand,
  rehearseCommand,
  applyCommand,
  undoCommand,
  unlockCommand,
  driftCommand,
  bootstrapCommand,
  doctorCommand,
  showCommand,
  showEffectiveCommand,
  canCommand,
  whoCanCommand,
  reachCommand,
  isolationCommand,
  compareCommand,
  drawCommand,
  snapshotCommand,
  emulatorCommand,
  tryCommand,
  policyLintCommand,
  policyDiffCommand,
  policyTestCommand,
  explainCommand,
  schemaCommand,
  completionCommand,
  demoCommand,
];

/** What the verbs of a group have in common. */
export const GROUPS: Readonly<Record<string, string>> = {
  add: "Declare accounts, OUs, services and sandboxes in the organization file.",
  rename: "Rename accounts and OUs, in the organization file and in AWS.",
  policy: "Judge AWS policies by themselves, without an organization file.",
};

/** Words of neighboring tools, and what they are called here. */
export const HABITS: Readonly<Record<string, string>> = {
  diff: "plan",
  preview: "plan",
  deploy: "apply",
  up: "apply",
  validate: "check",
  lint: "check",
  tree: "show",
  list: "show",
  new: "init",
  import: "init",
  simulate: "can",
  graph: "draw",
};
