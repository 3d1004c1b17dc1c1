/** A span in a file the user wrote. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  /** Path as the user would type it, relative to the working folder where possible. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source lines of the span, for the excerpt on screen; empty when the file could not be read. */
  readonly excerpt: readonly string[];
}
