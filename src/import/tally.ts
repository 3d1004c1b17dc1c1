import type { Place } from "../diagnostics/index.ts";
import { IMPORT_KINDS, type ImportCount, type ImportCounts, type ImportKind, type ImportNote, type NotCarried } from "./importer.ts";

/** A thing that was found. It is carried or left, once; a thing that is neither makes the sums wrong. */
export interface Finding {
  readonly kind: ImportKind;
  readonly name: string;
  readonly place: Place;
  carry(): void;
  leave(why: string, hint?: string): void;
  /** Whether its fate is decided. */
  readonly decided: boolean;
}

/** Counts what an import finds, and what becomes of it. */
export class Tally {
  readonly notCarried: NotCarried[] = [];
  readonly notes: ImportNote[] = [];
  readonly #found = zeros();
  readonly #carried = zeros();
  readonly #implied = zeros();

  /** To be called where a thing is read, before anything is decided about it. */
  find(kind: ImportKind, name: string, place: Place): Finding {
    this.#found[kind]++;
    let decided = false;
    const decide = (): void => {
      if (decided) throw new RangeError(`${kind} ${name} was decided about twice`);
      decided = true;
    };
    return {
      kind,
      name,
      place,
      get decided() {
        return decided;
      },
      carry: () => {
        decide();
        this.#carried[kind]++;
      },
      leave: (why, hint) => {
        decide();
        this.notCarried.push({ kind, name, place, why, ...(hint === undefined ? {} : { hint }) });
      },
    };
  }

  /** A thing that the organization gets although nobody stated it. */
  imply(kind: ImportKind): void {
    this.#implied[kind]++;
  }

  note(text: string, place?: Place): void {
    this.notes.push(place === undefined ? { text } : { text, place });
  }

  /** Notes that nothing says where home is, and which Region is taken for it. */
  assumeHome(text: string, place?: Place): void {
    this.notes.push({ text, ...(place === undefined ? {} : { place }), assumes: "homeRegion" });
  }

  counts(): ImportCounts {
    const listed = zeros();
    for (const { kind } of this.notCarried) listed[kind]++;
    return byKind((kind): ImportCount => ({
      found: this.#found[kind],
      carried: this.#carried[kind],
      notCarried: listed[kind],
      implied: this.#implied[kind],
    }));
  }
}

const byKind = <T>(make: (kind: ImportKind) => T): Record<ImportKind, T> =>
  Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, make(kind)])) as Record<ImportKind, T>;

const zeros = (): Record<ImportKind, number> => byKind(() => 0);
