import type { ValueNode } from 'graphql';

/** A change of a text: what stands from one place to another is something else. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A value as another text. Lines stay where they are: a value may have several. */
export function edit(query: string, { loc }: ValueNode, text: string): Edit {
  const [from, to] = [loc!.start, loc!.end];
  const lines = query.slice(from, to).split(/\r\n|[\r\n]/u).length - 1;
  return { from, to, text: text + '\n'.repeat(lines) };
}

/** The text with all changes, of which none overlap. */
export function applied(query: string, edits: readonly Edit[]): string {
  const [parts, end] = [...edits]
    .sort((a, b) => a.from - b.from)
    .reduce<readonly [string, number]>(
      ([done, at], { from, to, text }) => [done + query.slice(at, from) + text, to],
      ['', 0],
    );
  return parts + query.slice(end);
}

/** A text between others. */
export function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}
