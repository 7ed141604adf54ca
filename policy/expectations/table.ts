import type { Position } from '../document/mistake.ts';

/** One word of a table and where it stands. */
export interface Cell {
  readonly word: string;
  readonly at: Position;
}

/** The cells of one line, as they stand. */
export type Line = readonly Cell[];

/** What stands between cells: spaces, and the marks of a Markdown table. */
const CELL = /[^\s|]+/g;
const RULER = /^[\s|:-]*-{3,}[\s|:-]*$/;

/**
 * The lines of a table, without empty ones, comments and rulers.
 * @param text the table as YAML reads it
 * @param lines the document's text, line by line
 * @param start where the table's value begins: at the `|`, on the line before the table
 */
export function linesOf(text: string, lines: readonly string[], start: Position): readonly Line[] {
  return text.split('\n').flatMap((line, index): readonly Line[] => {
    const number = start.line + 1 + index;
    const indent = Math.max(0, (lines[number - 1] ?? '').length - line.length);
    const cells = [...uncommented(line).matchAll(CELL)].map((match) => ({
      word: match[0],
      at: { line: number, column: indent + match.index + 1 },
    }));
    return cells.length === 0 || RULER.test(line) ? [] : [cells];
  });
}

function uncommented(line: string): string {
  const comment = /(^|\s)#/.exec(line);
  return comment ? line.slice(0, comment.index) : line;
}
