/** The items in groups, both in the order in which they came. */
export function grouped<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
): readonly (readonly [group: string, items: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return [...groups];
}
