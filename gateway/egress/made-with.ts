/**
 * What is made of a text for an object (a grant, a graph), kept as long as the object is there, and found by both.
 *
 * INVARIANT: all texts together are no longer than a limit: else it begins anew. Who may ask can ask ever other things,
 * for ever other purposes.
 */
export class MadeWith<By extends object, Value> {
  readonly #mostCharacters: number;
  #made = new WeakMap<By, Map<string, Value>>();
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  /** @param make of the text alone, and the object */
  get(by: By, text: string, make: () => Value): Value {
    const known = this.#made.get(by)?.get(text);
    if (known !== undefined) return known;
    const value = make();
    this.#keep(by, text, value);
    return value;
  }

  #keep(by: By, text: string, value: Value): void {
    if (this.#characters + text.length > this.#mostCharacters) {
      this.#made = new WeakMap();
      this.#characters = 0;
    }
    if (text.length > this.#mostCharacters) return;
    this.#characters += text.length;
    const all = this.#made.get(by) ?? new Map<string, Value>();
    this.#made.set(by, all.set(text, value));
  }
}
