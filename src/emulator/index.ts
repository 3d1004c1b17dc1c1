export type { AccessKeyRequest } from "./access-key.ts";
export { manualClock, scaledClock, systemClock, type ManualClock } from "./clock.ts";
export { openEmulator, type Emulator, type EmulatorCredentials, type EmulatorOptions, type StandaloneAccount } from "./emulator.ts";
export { CREATION_FAILURES, FAULTS, type FaultKind, type FaultName } from "./fault-kinds.ts";
export { parseFault, type FaultSpec } from "./fault-spec.ts";
export { serveEmulator, type EmulatorServer, type ServeOptions } from "./http.ts";
export type { HttpRequest, HttpResponse } from "./http-message.ts";
export type { CallLog, LoggedCall } from "./request-log.ts";
export { implementedOperations, type Coverage } from "./services/index.ts";
