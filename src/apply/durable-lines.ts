import type { FileHandle } from "node:fs/promises";

/** Adds lines to a file, each on the disk when it is said to be. Lines that come while others are written go together. */
export class DurableLines {
  readonly #file: FileHandle;
  #waiting: string[] = [];
  #next: Promise<void> | undefined;
  #current: Promise<void> = Promise.resolve();

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Resolves when the line is on the disk. */
  add(line: string): Promise<void> {
    this.#waiting.push(`${line}\n`);
    // One that failed takes only its own lines with it.
    return (this.#next ??= this.#current = this.#current.catch(() => {}).then(() => this.#write()));
  }

  async #write(): Promise<void> {
    const text = this.#waiting.join("");
    [this.#waiting, this.#next] = [[], undefined];
    await this.#file.appendFile(text);
    await this.#file.datasync();
  }
}
