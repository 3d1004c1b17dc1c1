export { declareObserved, type ObservedFile, type ObservedSettings } from "./aws/observed.ts";
export { importAdf } from "./adf/adf.ts";
export { checkSums } from "./check-sums.ts";
export * from "./importer.ts";
export * from "./importers.ts";
export { importLza } from "./lza/lza.ts";
export { importOrgFormation } from "./org-formation/org-formation.ts";
