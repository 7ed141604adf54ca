/** Lines that are sent together. */
export interface Block {
  /** How many lines come before them. */
  readonly from: number;
  /** Each without its end; null: one that is too long to be kept. */
  readonly lines: readonly (Uint8Array | null)[];
}

/** How much a block holds: few enough lines that others are not kept waiting, and never more than fits. */
const MOST = { lines: 2000, bytes: 1024 * 1024 };

/**
 * Cuts bytes as they come into lines, and these into blocks, in memory that does not grow with them.
 * @param passed called with lines that the index has already, which are in no block
 */
export async function* blocksOf(
  source: AsyncIterable<Uint8Array>,
  skip: number,
  passed: (line: number, bytes: Uint8Array | null) => void = () => undefined,
): AsyncGenerator<Block, number> {
  let read = 0;
  let block: (Uint8Array | null)[] = [];
  let bytes = 0;
  for await (const line of linesOf(source)) {
    read++;
    if (read <= skip) {
      passed(read, line);
      continue;
    }
    block.push(line);
    bytes += line?.length ?? 0;
    if (block.length < MOST.lines && bytes < MOST.bytes) continue;
    yield { from: read - block.length, lines: block };
    [block, bytes] = [[], 0];
  }
  if (block.length > 0) yield { from: read - block.length, lines: block };
  return read;
}

const LINE_FEED = 10;

/** Every line. A last one without an end is one too. */
async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let begun = new Begun();
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield begun.isEmpty ? kept(chunk.subarray(start, end)) : begun.ended(chunk.subarray(start, end));
      if (!begun.isEmpty) begun = new Begun();
      start = end + 1;
    }
    if (start < chunk.length) begun.add(chunk.subarray(start));
  }
  if (!begun.isEmpty) yield begun.ended(new Uint8Array());
}

/** A line of which the end has not come yet. */
class Begun {
  #parts: Uint8Array[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length <= MOST.bytes) this.#parts.push(part);
    else this.#parts = [];
  }

  ended(part: Uint8Array): Uint8Array | null {
    this.add(part);
    return this.#length <= MOST.bytes ? Buffer.concat(this.#parts) : null;
  }
}

function kept(line: Uint8Array): Uint8Array | null {
  return line.length <= MOST.bytes ? line : null;
}
