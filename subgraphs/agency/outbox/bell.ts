/** Wakes one sleeper. A ring while nobody sleeps is not lost: the next sleep ends at once. */
export class Bell {
  #rung = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  /** Ends with the next ring, or after the time, whichever is first. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.#rung) await this.#next(milliseconds);
    this.#rung = false;
  }

  #next(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
