import { diagnosticsHuman, driftHuman, doctorHuman, planHuman, rolesHuman, type Style, treeHuman, tryHuman } from "../../../../src/report/index.ts";
import { ACCESS_SCREENS } from "./access.ts";
import { EXPECTATION_SCREENS } from "./expectations.ts";
import * as diagnostics from "./diagnostics.ts";
import * as guardrails from "./guardrails.ts";
import * as observations from "./observations.ts";
import * as plans from "./plans.ts";
import * as roles from "./roles.ts";
import * as tried from "./tried.ts";

export interface ScreenCase {
  readonly name: string;
  readonly draw: (style: Style) => string;
}

/** Every screen that is held by a file. */
export const SCREENS: readonly ScreenCase[] = [
  { name: "plan-first-apply", draw: (style) => planHuman(plans.firstApply, style) },
  { name: "plan-small-change", draw: (style) => planHuman(plans.smallChange, style, { savedTo: "plan.json", command: "landfall plan --out plan.json" }) },
  { name: "plan-small-change-full", draw: (style) => planHuman(plans.smallChange, style, { full: true }) },
  { name: "plan-drift", draw: (style) => planHuman(plans.drifted, style) },
  { name: "drift", draw: (style) => driftHuman(plans.drifted, style, "landfall.config.ts") },
  { name: "drift-elsewhere", draw: (style) => driftHuman(plans.driftedElsewhere, style, "landfall.config.ts") },
  { name: "drift-unknown", draw: (style) => driftHuman(plans.oneLine, style, "landfall.config.ts") },
  { name: "drift-cut-off", draw: (style) => driftHuman(plans.oneLine, style, "landfall.config.ts", { state: "open", organizationId: "o-1a2b3c4d5e", run: "20261123-1412-3f9a", at: "2026-11-23T14:12:00Z" }) },
  { name: "drift-not-read", draw: (style) => driftHuman(plans.oneLine, style, "landfall.config.ts", { state: "not-read", error: "AccessDeniedException" }) },
  { name: "drift-damaged", draw: (style) => driftHuman(plans.oneLine, style, "landfall.config.ts", { state: "damaged", why: "cut short" }) },
  { name: "plan-yours", draw: (style) => planHuman(plans.yours, style) },
  { name: "plan-one-line", draw: (style) => planHuman(plans.oneLine, style) },
  { name: "plan-nothing", draw: (style) => planHuman(plans.nothing, style) },
  { name: "plan-not-written", draw: (style) => planHuman(plans.notWritten, style) },
  { name: "plan-danger", draw: (style) => planHuman(plans.danger, style) },
  { name: "plan-findings", draw: (style) => planHuman({ ...plans.oneLine, findings: diagnostics.mixed.filter(({ severity }) => severity !== "error") }, style) },
  { name: "plan-hostile", draw: (style) => planHuman(plans.hostile, style) },
  { name: "plan-five-thousand", draw: (style) => planHuman(plans.fiveThousand, style) },
  { name: "plan-many-tags", draw: (style) => planHuman(plans.manyTags, style) },
  { name: "plan-guardrails", draw: (style) => planHuman(guardrails.edited, style) },
  { name: "plan-guardrails-full", draw: (style) => planHuman(guardrails.edited, style, { full: true }) },
  { name: "tree-guardrails", draw: (style) => treeHuman(guardrails.declared, style, { name: "acme" }) },
  { name: "tree-guardrails-full", draw: (style) => treeHuman(guardrails.declared, style, { name: "acme", full: true }) },
  { name: "tree-declared", draw: (style) => treeHuman(observations.declared, style, { name: "acme" }) },
  { name: "tree-lived", draw: (style) => treeHuman(observations.lived, style, { name: "acme" }) },
  { name: "tree-hostile", draw: (style) => treeHuman(observations.hostileTree, style, { name: "acme\u001B[2J" }) },
  { name: "tree-large", draw: (style) => treeHuman(observations.large, style) },
  { name: "diagnostics-one", draw: (style) => diagnosticsHuman(diagnostics.oneError, style) },
  { name: "diagnostics-mixed", draw: (style) => diagnosticsHuman(diagnostics.mixed, style) },
  { name: "diagnostics-hostile", draw: (style) => diagnosticsHuman(diagnostics.hostileDiagnostics, style) },
  { name: "bootstrap", draw: (style) => rolesHuman(roles.roles, style, { about: roles.about }) },
  { name: "bootstrap-full", draw: (style) => rolesHuman(roles.roles, style, { about: roles.about, full: true }) },
  { name: "doctor", draw: (style) => doctorHuman(roles.examination, style, "acme  eu-west-1  aws") },
  { name: "try-denied", draw: (style) => tryHuman(tried.denied, style) },
  { name: "try-allowed", draw: (style) => tryHuman(tried.allowed, style) },
  { name: "try-unknown", draw: (style) => tryHuman(tried.unknown, style) },
  { name: "try-hostile", draw: (style) => tryHuman(tried.hostile, style) },
  ...ACCESS_SCREENS,
  ...EXPECTATION_SCREENS,
];
