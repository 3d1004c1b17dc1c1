/** Runs tasks strictly one after another, in the order they came. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything that was queued so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
