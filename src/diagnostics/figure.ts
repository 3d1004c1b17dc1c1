/** A whole number as people read it: `12`, `5,000`. Asking the locale's rules for the first time takes ten milliseconds. */
export const figure = (number: number): string => (number < 1_000 ? String(number) : number.toLocaleString("en-US"));
