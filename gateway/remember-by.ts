/**
 * Makes something of two values once, and keeps it as long as both are there.
 * @param make pure
 */
export function rememberBy<A extends object, B extends object, Made>(make: (a: A, b: B) => Made): (a: A, b: B) => Made {
  const made = new WeakMap<A, WeakMap<B, { readonly value: Made }>>();
  return (a, b) => {
    let byB = made.get(a);
    if (!byB) made.set(a, (byB = new WeakMap<B, { readonly value: Made }>()));
    const known = byB.get(b);
    if (known) return known.value;
    const value = make(a, b);
    byB.set(b, { value });
    return value;
  };
}
