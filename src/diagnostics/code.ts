/** What `landfall explain CODE` prints and what the code's page says. */
export interface CodeEntry {
  /** `LF` and four digits; the first digit is the area (see `codes/`). */
  readonly code: string;
  /** A constant sentence without user data. */
  readonly title: string;
  /** When it appears, and why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}
