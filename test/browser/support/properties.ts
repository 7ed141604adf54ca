import type { Locator } from 'playwright-core';

/** A property of everything that a locator finds. */
export function propertiesOf<Value>(found: Locator, name: string): Promise<readonly Value[]> {
  return found.evaluateAll<Value[], string, object>(
    (all, property) => all.map((one) => Reflect.get(one, property) as Value),
    name,
  );
}
