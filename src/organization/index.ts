export type * from "./access-types.ts";
export * from "./budget-types.ts";
export { contactsOf, type ContactType, CONTACT_TYPES, type PlacedContacts } from "./contacts.ts";
export { organizationSchema } from "./schema.ts";
export { readShape, type Shape } from "./shape.ts";
export type { ShapeMistake } from "./shape-mistakes.ts";
export { keysOf } from "./shape-schemas.ts";
export * from "./types.ts";
export * from "./walk.ts";
