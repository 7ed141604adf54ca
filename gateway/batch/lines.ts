const NEWLINE = 0x0a;

/** A line of a file that is not blank, and its number from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** The lines of a file that are not blank. */
export function* linesOf(file: Uint8Array): Generator<NumberedLine> {
  let number = 0;
  for (let start = 0; start < file.length;) {
    const next = file.indexOf(NEWLINE, start);
    const end = next < 0 ? file.length : next;
    const bytes = file.subarray(start, end);
    number += 1;
    if (!bytes.every(isBlank)) yield { number, bytes };
    start = end + 1;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
