/** How far a JSON text goes, told before it is parsed. */
export interface Extent {
  /** Levels of objects and lists in one another. */
  readonly depth: number;
  readonly objects: number;
  /** Items and members, near enough: what is opened, and what follows a comma. */
  readonly values: number;
}

/** Measures a JSON text without recursion, and without making anything of it: a few bytes can ask for much memory. */
export function extentOf(json: Uint8Array): Extent {
  let [depth, deepest, objects, values] = [0, 0, 0, 1];
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at + 1);
    else if (byte === COMMA) values += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (byte === OPEN_OBJECT) objects += 1;
      values += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    }
  }
  return { depth: deepest, objects, values };
}

function endOfText(json: Uint8Array, from: number): number {
  let at = from;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
