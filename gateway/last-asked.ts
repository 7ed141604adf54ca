interface Kept<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Values by key: those that were asked for last, as many as together weigh no more than a limit. Whoever may ask can ask
 * for ever other things: counting entries alone would not bound what they take up, when one may be a thousand times another.
 */
export class LastAsked<Key, Value> {
  readonly #kept = new Map<Key, Kept<Value>>();
  readonly #most: number;
  #weight = 0;

  /** @param most weight of all together */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const kept = this.#kept.get(key);
    if (!kept) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** One that alone weighs too much is not kept. */
  set(key: Key, value: Value, weight: number): void {
    this.#drop(key);
    if (weight > this.#most) return;
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    while (this.#weight > this.#most) this.#drop(this.#kept.keys().next().value!);
  }

  clear(): void {
    this.#kept.clear();
    this.#weight = 0;
  }

  #drop(key: Key): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
