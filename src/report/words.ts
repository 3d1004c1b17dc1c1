import { figure } from "../diagnostics/index.ts";
/** `1 account`, `2 accounts`, `5,000 accounts`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${figure(number)} ${number === 1 ? one : many}`;

/** A duration for a person: `0.4s`, `12s`, `2m 10s`, `3h 05m`. */
export function duration(millis: number): string {
  const seconds = Math.round(millis / 1000);
  if (millis < 9_950) return `${(Math.max(0, millis) / 1000).toFixed(1)}s`;
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

/** A whole number of seconds that runs on screen: `0s`, `59s`, `2m 10s`. */
export const elapsed = (millis: number): string => (millis < 60_000 ? `${Math.max(0, Math.floor(millis / 1000))}s` : duration(Math.floor(millis / 1000) * 1000));

/** A list for a person that names at most `most` things: `a, b, 14 more`. */
export function listing(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(", ");
  return `${names.slice(0, most).join(", ")}, ${figure(names.length - most)} more`;
}

/** A word as a POSIX shell reads it back. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
