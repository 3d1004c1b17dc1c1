/** Whether machine, file, credentials, roles and organization fit, one check per file. */
export type { Check, Finding, Status } from "./check.ts";
export { examine, type Examination, type Examined } from "./examine.ts";
export { CHECKS } from "./registry.ts";
export type { DoctorInput, FileFacts, Setting } from "./scope.ts";
