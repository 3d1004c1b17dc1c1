export type { CallLog, MadeCall } from "./call-log.ts";
export { clockAt } from "./clock.ts";
export { type Aws, connect, type Connection } from "./connect.ts";
export type { ControlTower, EnabledBaseline, LandingZone } from "./control-tower.ts";
export { awsErrorName, awsErrorReason, explainAwsError, isLostAnswer } from "./errors.ts";
export type { RequestHandler, WriteListener } from "./instrument.ts";
export { loadClientsAhead } from "./load-ahead.ts";
export { allPages } from "./pages.ts";
