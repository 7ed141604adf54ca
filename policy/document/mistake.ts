/** A place in a document; both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One mistake of an author: where it is and what is wrong, in lower case, the author's own words in backticks. */
export interface Mistake extends Position {
  readonly file: string;
  readonly message: string;
  /** What the author probably meant: `did you mean \`x\`?`. */
  readonly hint?: string;
}

/** `file:line:column: message (hint)`, as editors and terminals make it a link. */
export function printMistake({ file, line, column, message, hint }: Mistake): string {
  return `${file}:${line}:${column}: ${message}${hint ? ` (${hint})` : ''}`;
}

/** Mistakes as an author reads a document: from top to bottom, each once and on a line of its own. */
export function inReadingOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const byText = new Map(mistakes.map(onOneLine).map((mistake) => [printMistake(mistake), mistake]));
  return [...byText.values()].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
}

/** INVARIANT: the author's own words, which are quoted, cannot look like another mistake. */
function onOneLine({ message, ...mistake }: Mistake): Mistake {
  return { ...mistake, message: message.replaceAll(/\s+/g, ' ') };
}
