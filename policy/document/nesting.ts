import { Lexer } from 'yaml';

/** What precedes a scalar's own text in the lexer's stream. */
const SCALAR = '\u001f';

/** How deep a text nests and of how many tokens it consists, at most. */
export interface Extent {
  readonly depth: number;
  readonly tokens: number;
}

/**
 * Measures a YAML text before it is parsed: the parser is recursive, and V8 aborts the process when a regular
 * expression is compiled near the end of the stack, which no `catch` survives.
 * @param most stop counting beyond this depth or number of tokens
 */
export function measureNesting(text: string, most: Extent): Extent {
  const columns: number[] = [];
  const seen = { depth: 0, tokens: 0, flow: 0, column: 0, opens: true, scalar: false };
  for (const token of new Lexer().lex(text)) {
    seen.tokens += 1;
    seen.flow = Math.max(0, seen.flow + flowStep(token, seen.scalar));
    if (seen.opens && isContent(token)) nest(columns, seen.column);
    seen.opens = opensBlock(token, seen.opens, seen.scalar);
    seen.scalar = token === SCALAR;
    seen.column = columnAfter(token, seen.column);
    seen.depth = Math.max(seen.depth, columns.length + seen.flow);
    if (seen.depth > most.depth || seen.tokens > most.tokens) break;
  }
  return { depth: seen.depth, tokens: seen.tokens };
}

function flowStep(token: string, scalar: boolean): number {
  if (scalar) return 0;
  if (token === '[' || token === '{') return 1;
  return token === ']' || token === '}' ? -1 : 0;
}

/** The first content of a line, and what follows a `-` or a `?`, may begin a block of its own. */
function opensBlock(token: string, opens: boolean, scalar: boolean): boolean {
  if (scalar) return token.endsWith('\n');
  if (token === '-' || token === '?' || token.endsWith('\n')) return true;
  return opens && !isContent(token);
}

function isContent(token: string): boolean {
  return token !== SCALAR && token.trim() !== '' && !token.startsWith('#');
}

function nest(columns: number[], column: number): void {
  while (columns.length > 0 && columns[columns.length - 1]! >= column) columns.pop();
  columns.push(column);
}

function columnAfter(token: string, column: number): number {
  if (token === SCALAR) return column;
  const newline = token.lastIndexOf('\n');
  return newline < 0 ? column + token.length : token.length - newline - 1;
}
