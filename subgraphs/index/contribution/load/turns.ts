/**
 * Lets what is under one name go on in the order in which it came, in this process. Between processes it is the account
 * of the load that keeps the order.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param work is handed what ends when it is its turn */
  async take<Result>(name: string, work: (turn: Promise<unknown>) => Promise<Result>): Promise<Result> {
    const result = work(this.#last.get(name) ?? Promise.resolve());
    const ended = result.catch(() => undefined);
    this.#last.set(name, ended);
    try {
      return await result;
    } finally {
      if (this.#last.get(name) === ended) this.#last.delete(name);
    }
  }
}
