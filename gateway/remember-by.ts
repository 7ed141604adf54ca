/** So much is kept; then it begins anew. */
const MOST_MADE = 2_000;

/**
 * Makes something of two values once, and keeps it as long as both are there.
 *
 * INVARIANT: it keeps no more than so much: who may ask can ask ever other things, for ever other purposes.
 * @param make pure
 */
export function rememberBy<A extends object, B extends object, Made>(make: (a: A, b: B) => Made): (a: A, b: B) => Made {
  let made = new WeakMap<A, WeakMap<B, { readonly value: Made }>>();
  let count = 0;
  return (a, b) => {
    const known = made.get(a)?.get(b);
    if (known) return known.value;
    const value = make(a, b);
    if (count >= MOST_MADE) {
      made = new WeakMap();
      count = 0;
    }
    count += 1;
    const byB = made.get(a) ?? new WeakMap<B, { readonly value: Made }>();
    made.set(a, byB.set(b, { value }));
    return value;
  };
}
