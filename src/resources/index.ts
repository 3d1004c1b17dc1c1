export { fingerprintName, type FingerprintRead, FINGERPRINT_ACTIONS, readFingerprint } from "./fingerprint/read.ts";
export { openedText, readTexts, textsOf } from "./fingerprint/pack.ts";
export { IAM_PEOPLE_ACTIONS, readPeople } from "./iam-people.ts";
export { IAM_ROLES_ACTIONS, readRoles } from "./iam-roles.ts";
export { observe, type ObserveOptions } from "./observe.ts";
export { type Excludable, isExcluded } from "./excluded.ts";
export { askAhead, beginReading, type Reading } from "./reading.ts";
export { COMPARERS, RESOURCES, resourceOf } from "./registry.ts";
