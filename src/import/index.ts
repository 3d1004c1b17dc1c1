export { checkSums } from "./check-sums.ts";
export * from "./importer.ts";
export * from "./importers.ts";
export { importLza } from "./lza/lza.ts";
