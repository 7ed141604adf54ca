import type { Change, Kind } from './changes.ts';

/** Lines that are named as examples. */
const MOST_EXAMPLES = 3;
/** Lines set aside that are named one by one in a sum. */
const MOST_ASIDE = 100;

/** One difference, for one recipient and originator, over all operations. */
export interface Difference extends Change {
  readonly recipient: string;
  /** Operations that it concerns. */
  readonly operations: number;
  /** Numbers of the first lines of them. */
  readonly lines: readonly number[];
}

/** What a replay comes to. */
export interface Sum {
  readonly operations: number;
  /** Operations to which the draft makes a difference. */
  readonly affected: number;
  readonly differences: readonly Difference[];
  /** Lines that could not be replayed. */
  readonly aside: number;
  /** The first of them, and why. */
  readonly asideLines: readonly { readonly line: number; readonly why: string }[];
}

/** Counts differences as operations come by. It grows with agencies and fields, not with operations. */
export class Tally {
  readonly #differences = new Map<string, { change: Change; recipient: string; operations: number; lines: number[] }>();
  readonly #asideLines: { line: number; why: string }[] = [];
  #operations = 0;
  #affected = 0;
  #aside = 0;

  add(line: number, recipient: string, changes: readonly Change[]): void {
    this.#operations += 1;
    if (changes.length > 0) this.#affected += 1;
    for (const change of changes) {
      const key = [recipient, change.originator, change.what, change.kind].join('\n');
      const known = this.#differences.get(key) ?? { change, recipient, operations: 0, lines: [] };
      known.operations += 1;
      if (known.lines.length < MOST_EXAMPLES) known.lines.push(line);
      this.#differences.set(key, known);
    }
  }

  setAside(line: number, why: string): void {
    this.#aside += 1;
    if (this.#asideLines.length < MOST_ASIDE) this.#asideLines.push({ line, why });
  }

  sum(): Sum {
    const differences = [...this.#differences.values()].map(({ change, ...rest }) => ({ ...change, ...rest }));
    return {
      operations: this.#operations,
      affected: this.#affected,
      differences: differences.sort(inOrder),
      aside: this.#aside,
      asideLines: this.#asideLines,
    };
  }
}

const ORDER: readonly Kind[] = ['opens', 'widens', 'differs', 'treats', 'narrows', 'closes'];

function inOrder(a: Difference, b: Difference): number {
  const words = (d: Difference) => [d.recipient, d.originator, ORDER.indexOf(d.kind), d.what].join(' ');
  return words(a) < words(b) ? -1 : 1;
}
