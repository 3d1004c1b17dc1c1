/**
 * The forms of AWS Organizations identifiers.
 * Source: AWS Organizations API Reference, the patterns of each shape.
 */
export const ACCOUNT_ID = /^\d{12}$/;
export const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/;
export const ROOT_ID = /^r-[0-9a-z]{4,32}$/;
export const OU_ID = /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/;
export const POLICY_ID = /^p-[0-9a-zA-Z_]{8,128}$/;
export const CREATE_REQUEST_ID = /^car-[a-z0-9]{8,32}$/;

/** What a policy can be attached to, told from the form of its id. */
export function targetTypeOfId(id: string): "ROOT" | "ORGANIZATIONAL_UNIT" | "ACCOUNT" | undefined {
  if (ROOT_ID.test(id)) return "ROOT";
  if (OU_ID.test(id)) return "ORGANIZATIONAL_UNIT";
  return ACCOUNT_ID.test(id) ? "ACCOUNT" : undefined;
}
