/**
 * Draws values and events. Nothing here prints: renderers return texts, and live progress is given a screen to write to.
 */
export { changedLines } from "./changed-lines.ts";
export { cleanText } from "./clean.ts";
export { countLine, type DiagnosticOptions, diagnosticsHuman } from "./diagnostics/human.ts";
export { diagnosticsGithub } from "./diagnostics/github.ts";
export { diagnosticsJson } from "./diagnostics/json.ts";
export { diagnosticsJunit } from "./diagnostics/junit.ts";
export { diagnosticsMarkdown } from "./diagnostics/markdown.ts";
export { diagnosticsSarif } from "./diagnostics/sarif.ts";
export { doctorHuman } from "./doctor/human.ts";
export { doctorJson } from "./doctor/json.ts";
export { type Envelope, enveloped, stableJson } from "./json.ts";
export { type Cell, commandLines, displayWidth, hang, pad, shorten, table, wrap } from "./layout.ts";
export { maturityHuman } from "./maturity/human.ts";
export { maturityMarkdown } from "./maturity/markdown.ts";
export { organizationPicture, type Picture, PICTURE_FORMS, planPicture, reachPicture } from "./draw/index.ts";
export { driftHuman, driftJson } from "./plan/drift-screen.ts";
export { planHuman, type PlanOptions } from "./plan/human.ts";
export { planJson } from "./plan/json.ts";
export { type MarkdownOptions, planMarkdown } from "./plan/markdown.ts";
export { policyDifferenceHuman } from "./policy/difference.ts";
export { explanationLines } from "./policy/explanation.ts";
export { liveProgress } from "./progress/live.ts";
export { linesProgress } from "./progress/lines.ts";
export { diagnosticEvent, eventLine, ndjsonProgress } from "./progress/ndjson.ts";
export type { Progress, ProgressOptions, Screen } from "./progress/screen.ts";
export { rolesHuman, type RolesOptions, type ShownRole } from "./roles/human.ts";
export { type Glyphs, glyphs, type Mark, paint, type Style } from "./style.ts";
export { treeHuman, type TreeOptions } from "./tree/human.ts";
export { treeJson } from "./tree/json.ts";
export { tryHuman } from "./try/human.ts";
export { tryJson } from "./try/json.ts";
export type { TriedScreen } from "./try/tried.ts";
export { count, duration, listing, shellWord } from "./words.ts";
