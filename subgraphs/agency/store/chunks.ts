/** The values in lists of the given length; the last may be shorter. */
export async function* chunksOf<T>(values: AsyncIterable<T> | Iterable<T>, length: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const value of values) {
    chunk.push(value);
    if (chunk.length < length) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
