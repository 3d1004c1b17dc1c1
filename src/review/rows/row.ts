/** One numbered requirement, in our words. Rules claim it by its number. */
export interface Row {
  readonly row: number;
  /** What it asks, in at most twelve words. */
  readonly about: string;
  /** Why the structure of an organization file cannot tell it, or cannot tell the rest of it where a rule judges a part. */
  readonly why?: string;
}

/** A published article, and what it asks of an organization in the order of the numbers. */
export interface Article {
  readonly title: string;
  readonly publisher?: string;
  readonly rows: readonly Row[];
}
