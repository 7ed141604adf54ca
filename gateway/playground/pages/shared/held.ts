import { useSyncExternalStore } from 'react';

/** A value that components of a page share: those that show it are told when it changes. */
export class Held<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(initial: Value) {
    this.#value = initial;
  }

  readonly get = (): Value => this.#value;

  readonly set = (value: Value): void => {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const tell of this.#listeners) tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

/** The value as it is now; the component is drawn anew when it changes. */
export function useHeld<Value>(held: Held<Value>): Value {
  return useSyncExternalStore(held.subscribe, held.get);
}
