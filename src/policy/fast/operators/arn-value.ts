import { FIELDS } from "../../arn-fields.ts";

/** Where the fields of the ARN begin that was looked at last. */
export const STARTS = new Int32Array(FIELDS);
let lastText = "";
let lastIsArn = false;

/** Whether a text is an ARN; many statements ask the same of `aws:PrincipalArn`. */
export function findFields(text: string): boolean {
  if (text === lastText) return lastIsArn;
  lastText = text;
  lastIsArn = text.startsWith("arn:");
  for (let index = 1; index < FIELDS && lastIsArn; index++) {
    const colon = text.indexOf(":", STARTS[index - 1]);
    if (colon < 0) lastIsArn = false;
    STARTS[index] = colon + 1;
  }
  return lastIsArn;
}

/** Where a field of that ARN ends; the sixth takes the rest. */
export const fieldEnd = (text: string, index: number): number => (index === FIELDS - 1 ? text.length : (STARTS[index + 1] ?? 0) - 1);
