/** The first of each, then the second of each, and so on: what does not fit is left out of all alike, each as late as it can be. */
export function* inTurn<Value>(lists: Iterable<Iterable<Value>>): Generator<Value> {
  let open = Array.from(lists, (list) => list[Symbol.iterator]());
  while (open.length > 0) {
    const still: Iterator<Value>[] = [];
    for (const list of open) {
      const next = list.next();
      if (next.done) continue;
      yield next.value;
      still.push(list);
    }
    open = still;
  }
}
