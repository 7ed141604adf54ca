/** A set of questions, dimension by dimension: every combination of the values. */
export type Product<Dimension extends string> = Readonly<Record<Dimension, readonly string[]>>;

/**
 * Tells a set of questions in few products: those that differ in one dimension only are joined, one dimension after
 * another, until nothing can be joined.
 */
export function joined<Dimension extends string>(
  products: readonly Product<Dimension>[],
  dimensions: readonly Dimension[],
): readonly Product<Dimension>[] {
  const fewer = dimensions.reduce((known, dimension) => joinedBy(known, dimension), products);
  return fewer.length < products.length ? joined(fewer, dimensions) : fewer;
}

function joinedBy<Dimension extends string>(
  products: readonly Product<Dimension>[],
  dimension: Dimension,
): readonly Product<Dimension>[] {
  const groups = new Map<string, Product<Dimension>>();
  for (const product of products) {
    const key = JSON.stringify({ ...product, [dimension]: [] });
    const known = groups.get(key);
    const values = [...new Set([...(known?.[dimension] ?? []), ...product[dimension]])];
    groups.set(key, { ...product, [dimension]: values });
  }
  return [...groups.values()];
}
