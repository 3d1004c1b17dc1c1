import { figure } from "../diagnostics/index.ts";
import { type Address, kindOfAddress, nameOfAddress, ouPath } from "../ids/index.ts";

/** What a person calls the thing an address names. */
export function nameOf(address: Address): string {
  switch (kindOfAddress(address)) {
    case "ou":
      return `OU ${ouPath(address).join("/")}`;
    case "account":
      return `account "${nameOfAddress(address)}"`;
    default:
      return "the root";
  }
}

/** The same at the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 account`, `2 accounts`. */
export const count = (number: number, thing: string): string => `${figure(number)} ${thing}${number === 1 ? "" : "s"}`;

/** `a`, `a and b`, `a, b and c`; a long list is cut with its number of members. */
export function listed(items: readonly string[], most = 5): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
