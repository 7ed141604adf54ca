const DEEPEST = 64;

/** Why a text is not read as JSON. In no case with a word of the text itself. */
class JsonTrouble extends Error {
  override readonly name = 'JsonTrouble';
}

/**
 * Reads JSON as everyone else would read it too: a key that is there twice means one thing to one reader and another to
 * the next, `__proto__` is a value to some and a prototype to others, what is nested without end overflows those who walk
 * it, and a number that is too large is infinite to one and, written again, null to the next.
 * @param what is read, for the message: `the body`
 * @returns the value, or why there is none
 */
export function readJson(
  bytes: Uint8Array | string,
  what: string,
): { readonly value: unknown } | { readonly trouble: string } {
  try {
    const text = typeof bytes === 'string' ? bytes : textOf(bytes, what);
    if (text.trim() === '') throw new JsonTrouble(`${what} is empty`);
    const value = parsed(text, what);
    inspect(text, what);
    if (MAYBE_INFINITE.test(text) && isInfiniteIn(value))
      throw new JsonTrouble(`${what} has a number that is too large`);
    return { value };
  } catch (error) {
    if (error instanceof JsonTrouble) return { trouble: error.message };
    throw error;
  }
}

function textOf(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new JsonTrouble(`${what} is not UTF-8`);
  }
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonTrouble(`${what} is not JSON`);
  }
}

/** Without an exponent of two digits, or hundreds of digits, no number is. */
const MAYBE_INFINITE = /[eE]\+?\d\d|\d{300}/;

/** INVARIANT: of what was inspected, which is not nested deeply. */
function isInfiniteIn(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isInfiniteIn);
}

/** Walks the brackets and keys of a text that is JSON, without a call for each level. */
function inspect(text: string, what: string): void {
  const open: (Set<string> | undefined)[] = [];
  let keyIsNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') open.push(sign === '{' ? new Set() : undefined);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (keyIsNext) note(JSON.parse(text.slice(at, end + 1)) as string, open.at(-1), what);
      at = end;
    }
    if (open.length > DEEPEST) throw new JsonTrouble(`${what} is nested more than ${DEEPEST} deep`);
    keyIsNext = sign === '{' || (sign === ',' && open.at(-1) !== undefined) || (keyIsNext && isSpace(sign));
  }
}

function note(key: string, known: Set<string> | undefined, what: string): void {
  if (key === '__proto__') throw new JsonTrouble(`${what} has a key that no JSON object may have here`);
  if (known?.has(key)) throw new JsonTrouble(`${what} has the same key twice in one object`);
  known?.add(key);
}

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t';
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}
